package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class KMeansTest {

  @Test
  void oneClusterIsTheBestSingleModel() {
    for (long seed = 0; seed < 20; seed++) {
      RoutingData train = Task.noise(60, 8, 5, seed);
      ModelRanking ranking = ModelRanking.of(train.outcomes());
      FloatMatrix predictions = predict(new KMeans(1, 0), train, Task.noise(30, 8, 5, seed + 100));

      assertThat(Decisions.argmax(predictions, ranking))
          .as("seed %d", seed)
          .isEqualTo(Decisions.constant(30, ranking.best()));
    }
  }

  @Test
  void strongSmoothingIsTheTrainMean() {
    RoutingData train = Task.noise(60, 8, 3, 1);
    double[] means = train.outcomes().meanScores();

    FloatMatrix predictions = predict(new KMeans(16, 1e9), train, train);

    for (int model = 0; model < means.length; model++) {
      assertThat((double) predictions.get(5, model)).isCloseTo(means[model], offset(1e-6));
    }
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    ModelRanking ranking = ModelRanking.of(train.outcomes());

    Decisions decisions = Decisions.argmax(predict(new KMeans(8, 0), train, test), ranking);

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.8);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new KMeans(0, 0)).hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new KMeans(3, -1))
        .hasMessageStartingWith("smoothing must be in [0.0,");
    assertThatThrownBy(() -> new KMeans(3, Double.NaN)).hasMessageContaining("smoothing");
  }

  private static FloatMatrix predict(RoutingMethod method, RoutingData train, RoutingData test) {
    Router router = method.train(train, Task.none(train), Task.CONTEXT);
    return ((ScoringRouter) router).predict(test.queries());
  }
}
