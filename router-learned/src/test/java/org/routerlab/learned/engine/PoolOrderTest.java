package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class PoolOrderTest {

  private static final ModelPool POOL = ModelPool.of("c", "a", "d", "b");
  private static final FloatMatrix SCORES =
      FloatMatrix.of(new float[][] {{0.3f, 0.1f, 0.4f, 0.2f}});

  @Test
  void tablesAreSortedByModelNameWithTheirCosts() {
    FloatMatrix costs = FloatMatrix.of(new float[][] {{3, 1, 4, 2}});

    OutcomeTable sorted = PoolOrder.of(POOL).sort(new OutcomeTable(POOL, SCORES, costs));

    assertThat(sorted.pool()).isEqualTo(ModelPool.of("a", "b", "c", "d"));
    assertThat(sorted.scores().toArray()).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    assertThat(sorted.costs().toArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void restoringUndoesSorting() {
    PoolOrder order = PoolOrder.of(POOL);
    FloatMatrix sorted = order.sort(new OutcomeTable(POOL, SCORES)).scores();

    assertThat(order.restore(sorted).toArray()).isEqualTo(SCORES.toArray());
  }
}
