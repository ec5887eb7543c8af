package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class AvengersTest {

  @Test
  void oneClusterIsTheBestSingleModel() {
    RoutingData train = Task.noise(60, 8, 5, 1);

    assertThat(decide(new Avengers(1, 3, 6), train, train))
        .isEqualTo(Decisions.constant(60, ModelRanking.of(train.outcomes()).best()));
  }

  @Test
  void reciprocalRanksAreMixedByDistance() {
    // Two clusters of a point each, at cosines 0.8 and 0.6; the third is not among the nearest.
    RoutingData train =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 0}),
            FloatMatrix.of(
                new float[] {1, 0.5f, 0.5f}, new float[] {0, 1, 0.5f}, new float[] {1, 1, 1}));
    RoutingData test =
        Task.data(FloatMatrix.of(new float[] {8, 6}), FloatMatrix.of(new float[] {0, 0, 0}));

    float[] scores = predict(new Avengers(3, 2, 5), train, test).row(0);

    double far = Math.exp(-5 * 0.2) / (1 + Math.exp(-5 * 0.2));
    double[] byHand = {
      (1 - far) / 0.1 + far / 2.1, (1 - far) / 1.1 + far / 0.1, (1 - far) / 1.1 + far / 1.1
    };
    for (int model = 0; model < 3; model++) {
      assertThat((double) scores[model]).as("m%d", model).isCloseTo(byHand[model], offset(1e-5));
    }
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);

    assertThat(test.outcomes().meanScore(decide(new Avengers(8, 3, 6), train, test)))
        .isGreaterThan(0.8);
  }

  @Test
  void scoresAreAnOrderOnly() {
    RoutingData train = Task.noise(20, 8, 3, 1);

    assertThat(router(new Avengers(), train).kind()).isEqualTo(ScoreKind.RANK);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Avengers(0, 1, 1)).hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new Avengers(1, 0, 1)).hasMessage("nearest must be > 0 but is 0");
    assertThatThrownBy(() -> new Avengers(1, 1, -1)).hasMessageStartingWith("sharpness must be in");
  }

  private static Decisions decide(RoutingMethod method, RoutingData train, RoutingData test) {
    return Decisions.argmax(predict(method, train, test), ModelRanking.of(train.outcomes()));
  }

  private static FloatMatrix predict(RoutingMethod method, RoutingData train, RoutingData test) {
    return router(method, train).predict(test.queries());
  }

  private static ScoringRouter router(RoutingMethod method, RoutingData train) {
    return (ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT);
  }
}
