package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Schedule;
import org.routerlab.learned.engine.Training;

/** What the methods on boosted trees, support vectors, forests and linear functions share. */
class TabularLearnersTest {

  static Stream<RoutingMethod> methods() {
    return Stream.of(
        new Ridge(),
        new CarrotRidge(),
        new LinUcb(),
        new LinUcb(LinUcb.Feedback.FULL, 8, 1, 1),
        new Rorf(20, 10, 0, 5, 8, false),
        new OptLlm(30, 3, 0.2, 8),
        new Svm(Svm.Kernel.RBF, 8, 1, 0.1, 1, 500),
        new Svm(Svm.Kernel.LINEAR, 0, 1, 0.1, 1, 500),
        new Forc(),
        new Forc(32, new Forc().training()),
        new CpRouter());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theyRouteBetterThanTheBestSingleModel(RoutingMethod method) {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    RoutingData validation = Task.specialists(200, 16, 3);

    ScoringRouter router = (ScoringRouter) method.train(train, validation, Task.CONTEXT);
    FloatMatrix scores = router.predict(test.queries());

    ModelRanking ranking = ModelRanking.of(train.outcomes());
    double bestSingle = test.outcomes().meanScore(Decisions.constant(test.size(), ranking.best()));
    assertThat(test.outcomes().meanScore(Decisions.argmax(scores, ranking)))
        .isGreaterThan(bestSingle + 0.07);
  }

  @Test
  void theLearningRateOfForcFallsAndThatMatters() {
    RoutingData train = Task.specialists(300, 8, 1);
    RoutingData validation = Task.specialists(100, 8, 3);
    Training published = new Forc().training();
    Training constant =
        new Training(
            published.epochs(),
            published.batchSize(),
            published.learningRate(),
            published.weightDecay(),
            published.patience(),
            published.validationsPerEpoch(),
            published.gradientClip(),
            published.standardise(),
            published.checkpoint());

    assertThat(published.schedule()).isEqualTo(Schedule.LINEAR_DECAY);
    assertThat(published.checkpoint()).isEqualTo(Checkpoint.BEST_BCE);
    assertThat(predict(new Forc(0, constant), train, validation).toArray())
        .isNotEqualTo(predict(new Forc(), train, validation).toArray());
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new OptLlm(1, 31, 0.1, 0))
        .hasMessage("depth must be in [1, 30] but is 31");
    assertThatThrownBy(() -> new OptLlm(1, 3, 0, 0))
        .hasMessage("learningRate must be finite and > 0 but is 0.0");
    assertThatThrownBy(() -> new Svm(Svm.Kernel.RBF, 0, 0, 0.1, 1, 1))
        .hasMessage("c must be finite and > 0 but is 0.0");
    assertThatThrownBy(() -> new Svm(Svm.Kernel.RBF, 0, 1, 0.1, 1, 0))
        .hasMessage("most must be > 0 but is 0");
    assertThatThrownBy(() -> new Forc(-1, new Training()))
        .hasMessage("hidden must be in [0, 65536] but is -1");
  }

  private static FloatMatrix predict(Forc method, RoutingData train, RoutingData validation) {
    return ((ScoringRouter) method.train(train, validation, Task.CONTEXT)).predict(train.queries());
  }
}
