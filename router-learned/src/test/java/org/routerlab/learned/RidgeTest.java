package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

class RidgeTest {

  @Test
  void aHeavyPenaltyLeavesTheTrainMean() {
    RoutingData train = Task.noise(60, 8, 3, 1);
    double[] means = train.outcomes().meanScores();

    FloatMatrix predicted = Routed.predict(new Ridge(1e9), train, train);

    for (int model = 0; model < means.length; model++) {
      assertThat((double) predicted.get(7, model)).isCloseTo(means[model], offset(1e-5));
    }
  }

  @Test
  void predictionsAreCutToTheUnitInterval() {
    RoutingData train = Task.noise(12, 8, 3, 1);
    RoutingData others = Task.noise(60, 8, 3, 2);

    float[] predicted = Routed.predict(new Ridge(1e-3), train, others).toArray();

    assertThat(predicted).contains(0f, 1f);
    for (float score : predicted) {
      assertThat(score).isBetween(0f, 1f);
    }
  }

  @Test
  void itRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new Ridge())).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Ridge(-1)).hasMessage("alpha must be finite and > 0 but is -1.0");
  }
}
