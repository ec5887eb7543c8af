package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class WeightedKnnTest {

  private static final RoutingData THREE_POINTS =
      Task.data(
          FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 0}),
          FloatMatrix.of(
              new float[] {1, 0, Float.NaN},
              new float[] {0, 1, Float.NaN},
              new float[] {0, 0.5f, 1}));

  @Test
  void aNeighbourWeighsByItsCosineNotByTheLengthOfTheQuery() {
    // Cosines 0.6, 0.8, -0.6 at temperature 0.5; the third is no neighbour.
    double first = Math.exp(-0.4 / 0.5);
    double second = Math.exp(-0.2 / 0.5);

    for (float length : new float[] {1, 10}) {
      FloatMatrix query = FloatMatrix.of(new float[] {0.6f * length, 0.8f * length});
      float[] predicted = predict(new WeightedKnn(2, 0.5), THREE_POINTS, query).row(0);

      assertThat((double) predicted[0]).isCloseTo(first / (first + second), offset(1e-6));
      assertThat((double) predicted[1]).isCloseTo(second / (first + second), offset(1e-6));
      assertThat(predicted[2]).as("train mean of a model that no neighbour observed").isEqualTo(1);
    }
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new WeightedKnn(0, 1)).hasMessage("k must be > 0 but is 0");
    assertThatThrownBy(() -> new WeightedKnn(1, 0))
        .hasMessage("temperature must be finite and > 0 but is 0.0");
  }

  private static FloatMatrix predict(RoutingMethod method, RoutingData train, FloatMatrix queries) {
    return ((ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT))
        .predict(Task.queries(queries));
  }
}
