package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class AvengersProEqualsKMeansTest {

  @Test
  void theNearestClusterAloneDecidesAsKMeans() {
    for (AvengersPro.Aggregation aggregation : AvengersPro.Aggregation.values()) {
      for (long seed = 0; seed < 10; seed++) {
        RoutingData train = Task.noise(60, 8, 5, seed);
        RoutingData test = Task.noise(40, 8, 5, seed + 100);

        assertThat(Routed.decide(new AvengersPro(12, 1, 9, 1, 0, aggregation), train, test))
            .as("%s, seed %d", aggregation, seed)
            .isEqualTo(Routed.decide(new KMeans(12, 0), train, test));
      }
    }
  }
}
