package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;

class TagRouterEqualsKMeansTest {

  @Test
  void oneTagWithoutShrinkageIsKMeans() {
    RoutingData train = Task.noise(80, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);

    assertThat(Routed.predict(new TagRouter(9, 1, 0, 0), train, test).toArray())
        .containsExactly(Routed.predict(new KMeans(9, 0), train, test).toArray(), offset(1e-6f));
  }
}
