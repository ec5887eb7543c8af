package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class KMeansEqualsKnnTest {

  @Test
  void aClusterForEachTrainingQueryIsTheNearestNeighbour() {
    for (long seed = 0; seed < 20; seed++) {
      RoutingData train = Task.noise(60, 8, 5, seed);
      RoutingData test = Task.noise(40, 8, 5, seed + 100);

      assertThat(Routed.predict(new KMeans(60, 0), train, test).toArray())
          .as("seed %d", seed)
          .isEqualTo(Routed.predict(new Knn(1), train, test).toArray());
    }
  }
}
