package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.RoutingData;

class CarrotKnnTest {

  @Test
  void oneNeighbourRepeatsTheCostOfATrainingQuery() {
    RoutingData train = Task.priced(Task.noise(30, 8, 3, 3));
    CostPredictor costs = (CostPredictor) Routed.router(new CarrotKnn(1), train);

    assertThat(costs.predictCosts(train.queries()).toArray())
        .isEqualTo(train.outcomes().costs().toArray());
  }

  @Test
  void withoutCostsNoneArePredicted() {
    assertThat(Routed.router(new CarrotKnn(), Task.noise(30, 8, 3, 3)))
        .isNotInstanceOf(CostPredictor.class);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new CarrotKnn(0)).hasMessage("k must be > 0 but is 0");
  }
}
