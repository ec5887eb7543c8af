package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class UniRouteMapEqualsKMeansTest {

  @Test
  void untrainedAndColdItIsKMeans() {
    // Centroids of single points have length 1, so that the nearest has the largest product.
    RoutingData train = Task.noise(20, 8, 4, 1);

    Training none = new Training(10, 64, 1e-12, 0, 8, 2, 1, false, Checkpoint.BEST_ROUTING);
    float[] cold = Routed.predict(new UniRouteMap(20, 1e-5, none), train, train).toArray();

    assertThat(cold)
        .containsExactly(
            Routed.predict(new KMeans(20, 0), train, train).toArray(), offset(1.1e-4f));
  }
}
