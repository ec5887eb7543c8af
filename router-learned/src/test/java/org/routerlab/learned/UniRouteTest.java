package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class UniRouteTest {

  private static final RoutingData TRAIN =
      Task.data(
          FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
          FloatMatrix.of(new float[] {1, 0}, new float[] {1, 0}));

  @Test
  void meansAreTakenOnTheValidationQueriesOfACluster() {
    RoutingData validation =
        Task.data(
            FloatMatrix.of(new float[] {3, 1}, new float[] {2, 1}, new float[] {1, 5}),
            FloatMatrix.of(new float[] {0, 1}, new float[] {1, 1}, new float[] {0, 0}));

    FloatMatrix predicted = predict(new UniRoute(2, 0), TRAIN, validation, TRAIN);

    assertThat(predicted.row(0)).containsExactly(0.5f, 1);
    assertThat(predicted.row(1)).containsExactly(0, 0);
  }

  @Test
  void aClusterWithoutValidationQueriesTakesTheMeansOfAll() {
    RoutingData validation =
        Task.data(
            FloatMatrix.of(new float[] {3, 1}, new float[] {2, 1}),
            FloatMatrix.of(new float[] {0, 1}, new float[] {1, 1}));

    FloatMatrix predicted = predict(new UniRoute(2, 0), TRAIN, validation, TRAIN);

    assertThat(predicted.row(1)).containsExactly(0.5f, 1);
  }

  @Test
  void validationThatLacksAModelIsNotUsed() {
    RoutingData validation =
        Task.data(
            FloatMatrix.of(new float[] {3, 1}, new float[] {2, 1}),
            FloatMatrix.of(new float[] {0, Float.NaN}, new float[] {1, Float.NaN}));

    FloatMatrix predicted = predict(new UniRoute(2, 0), TRAIN, validation, TRAIN);

    assertThat(predicted.row(0)).containsExactly(1, 0);
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    FloatMatrix predicted = predict(new UniRoute(8, 0), train, Task.specialists(200, 16, 3), test);

    Decisions decisions = Decisions.argmax(predicted, ModelRanking.of(train.outcomes()));

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.8);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new UniRoute(0, 0)).hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new UniRoute(3, -1))
        .hasMessageStartingWith("smoothing must be in [0.0,");
  }

  private static FloatMatrix predict(
      RoutingMethod method, RoutingData train, RoutingData validation, RoutingData test) {
    return ((ScoringRouter) method.train(train, validation, Task.CONTEXT)).predict(test.queries());
  }
}
