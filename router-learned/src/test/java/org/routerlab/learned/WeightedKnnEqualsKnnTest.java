package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class WeightedKnnEqualsKnnTest {

  @Test
  void aHighTemperatureIsPlainKnn() {
    RoutingData train = Task.noise(60, 8, 5, 1);
    RoutingData test = Task.noise(30, 8, 5, 2);

    float[] weighted = Routed.predict(new WeightedKnn(7, 1e9), train, test).toArray();

    assertThat(weighted)
        .containsExactly(Routed.predict(new Knn(7), train, test).toArray(), offset(1e-6f));
  }

  @Test
  void aLowTemperatureIsTheNearestNeighbour() {
    RoutingData train = Task.noise(60, 8, 5, 1);
    RoutingData test = Task.noise(30, 8, 5, 2);

    float[] weighted = Routed.predict(new WeightedKnn(7, 1e-9), train, test).toArray();

    assertThat(weighted).isEqualTo(Routed.predict(new Knn(1), train, test).toArray());
  }
}
