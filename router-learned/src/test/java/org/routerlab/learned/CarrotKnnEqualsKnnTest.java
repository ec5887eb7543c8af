package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class CarrotKnnEqualsKnnTest {

  @Test
  void theScoresOfCarrotKnnAreThoseOfKnnWithAsManyNeighbours() {
    RoutingData train = Task.noise(120, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);
    for (int k : new int[] {1, 7, 64, 500}) {
      assertThat(Routed.predict(new CarrotKnn(k), train, test).toArray())
          .isEqualTo(Routed.predict(new Knn(k), train, test).toArray());
    }
  }
}
