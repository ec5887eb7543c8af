package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class UniRouteMapTest {

  @Test
  void oneClusterIsTheTrainMean() {
    RoutingData train = Task.noise(60, 8, 3, 1);
    double[] means = train.outcomes().meanScores();

    FloatMatrix predicted = predict(new UniRouteMap(1, 0.1, training(1e-2)), train, train);

    for (int model = 0; model < means.length; model++) {
      assertThat((double) predicted.get(7, model)).isCloseTo(means[model], offset(1e-5));
    }
  }

  @Test
  void theOrderOfThePoolDoesNotMatter() {
    RoutingData train = Task.noise(60, 8, 4, 1);
    int[] order = {2, 0, 3, 1};
    UniRouteMap method = new UniRouteMap(5, 0.1, training(1e-2));

    FloatMatrix here = predict(method, train, train);
    FloatMatrix there = predict(method, Task.permuteModels(train, order), train);

    for (int i = 0; i < order.length; i++) {
      assertThat(there.get(11, i)).isEqualTo(here.get(11, order[i]));
    }
  }

  @Test
  void trainingSharpensAVagueStart() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    UniRouteMap untrained = new UniRouteMap(8, 1, training(1e-12));
    UniRouteMap trained = new UniRouteMap(8, 1, training(1e-1));

    double before = squaredError(predict(untrained, train, test), test);
    double after = squaredError(predict(trained, train, test), test);

    assertThat(after).isLessThan(before - 0.01);
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    FloatMatrix predicted = predict(new UniRouteMap(8, 0.1, training(1e-2)), train, test);

    Decisions decisions = Decisions.argmax(predicted, ModelRanking.of(train.outcomes()));

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.8);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new UniRouteMap(0, 0.1, training(1)))
        .hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new UniRouteMap(3, 0, training(1)))
        .hasMessageStartingWith("temperature must be");
    assertThatThrownBy(() -> new UniRouteMap(3, 0.1, new Training()))
        .hasMessage("training.standardise must be false but is true");
  }

  private static Training training(double learningRate) {
    return new Training(10, 64, learningRate, 0, 8, 2, 1, false, Checkpoint.BEST_ROUTING);
  }

  private static double squaredError(FloatMatrix predicted, RoutingData data) {
    double sum = 0;
    for (int row = 0; row < data.size(); row++) {
      for (int model = 0; model < predicted.columns(); model++) {
        sum += Math.pow(predicted.get(row, model) - data.outcomes().score(row, model), 2);
      }
    }
    return sum / (data.size() * predicted.columns());
  }

  private static FloatMatrix predict(RoutingMethod method, RoutingData train, RoutingData test) {
    return ((ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT))
        .predict(test.queries());
  }
}
