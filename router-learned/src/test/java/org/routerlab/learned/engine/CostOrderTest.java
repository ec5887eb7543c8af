package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class CostOrderTest {

  private static final ModelPool POOL = ModelPool.of("a", "b", "c", "d");
  private static final FloatMatrix SCORES =
      FloatMatrix.of(new float[][] {{1, 0.5f, 0, 0.5f}, {1, 0, 0, 1}});

  @Test
  void modelsAreOrderedByMeanCostUnknownOnesLastAndTiesByScore() {
    FloatMatrix costs = FloatMatrix.of(new float[][] {{3, 1, Float.NaN, 1}, {3, 1, Float.NaN, 1}});

    assertThat(CostOrder.cheapestFirst(new OutcomeTable(POOL, SCORES, costs)))
        .containsExactly(3, 1, 0, 2);
  }

  @Test
  void withoutCostsTheWeakestModelCountsAsTheCheapest() {
    assertThat(CostOrder.cheapestFirst(new OutcomeTable(POOL, SCORES))).containsExactly(2, 1, 3, 0);
  }
}
