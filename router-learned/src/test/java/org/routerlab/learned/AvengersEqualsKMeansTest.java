package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class AvengersEqualsKMeansTest {

  @Test
  void theNearestClusterAloneDecidesAsKMeans() {
    for (long seed = 0; seed < 10; seed++) {
      RoutingData train = Task.noise(60, 8, 5, seed);
      RoutingData test = Task.noise(40, 8, 5, seed + 100);

      assertThat(Routed.decide(new Avengers(12, 1, 6), train, test))
          .as("seed %d", seed)
          .isEqualTo(Routed.decide(new KMeans(12, 0), train, test));
    }
  }
}
