package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class MatchMarginTest {

  @Test
  void theMarginDividesTheQueriesMostEvenly() {
    float[][] scores = {{1, 0.5f}, {0.2f, 0.3f}, {0, 0.3f}, {0, 0.4f}, {0, 1}, {Float.NaN, 1}};
    OutcomeTable table = new OutcomeTable(ModelPool.of("small", "large"), FloatMatrix.of(scores));
    // Deficits 0, 0.1, 0.3, 0.4, 1: shares 1/5, 2/5, 3/5, 4/5, 1; the lower of the two nearest 1/2.
    assertThat(MatchMargin.of(table, 0, 1)).isEqualTo((double) 0.3f - 0.2f);
  }

  @Test
  void withoutAQueryThatBothAnsweredThereIsNoMargin() {
    float[][] scores = {{1, Float.NaN}, {Float.NaN, 0}};
    OutcomeTable table = new OutcomeTable(ModelPool.of("small", "large"), FloatMatrix.of(scores));

    assertThat(MatchMargin.of(table, 0, 1)).isZero();
  }
}
