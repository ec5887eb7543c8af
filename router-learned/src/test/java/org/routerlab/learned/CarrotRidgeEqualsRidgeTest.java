package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class CarrotRidgeEqualsRidgeTest {

  @Test
  void theScoresOfCarrotRidgeAreThoseOfRidgeWithAsMuchShrinkage() {
    RoutingData train = Task.noise(120, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);

    assertThat(Routed.predict(new CarrotRidge(3), train, test).toArray())
        .isEqualTo(Routed.predict(new Ridge(3), train, test).toArray());
  }
}
