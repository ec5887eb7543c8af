package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

class CarrotRidgeTest {

  @Test
  void ridgePredictsCostsThatGrowExponentiallyAndMeetsTheirMean() {
    RoutingData train = Task.priced(Task.noise(300, 4, 2, 4));
    CostPredictor costs = (CostPredictor) Routed.router(new CarrotRidge(1e-6), train);

    FloatMatrix predicted = costs.predictCosts(train.queries());

    for (int row = 0; row < train.size(); row++) {
      float cost = train.outcomes().cost(row, 1);
      assertThat(predicted.get(row, 1)).isCloseTo(cost, offset(0.002f * cost));
    }
  }

  @Test
  void withoutCostsNoneArePredicted() {
    assertThat(Routed.router(new CarrotRidge(), Task.noise(30, 8, 3, 3)))
        .isNotInstanceOf(CostPredictor.class);
  }

  @Test
  void itRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new CarrotRidge())).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new CarrotRidge(0))
        .hasMessage("alpha must be finite and > 0 but is 0.0");
  }
}
