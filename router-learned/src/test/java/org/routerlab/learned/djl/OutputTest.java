package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

class OutputTest {

  private static final ModelPool POOL = ModelPool.of("a", "b", "c");

  @Test
  void outputsWithoutAScaleAreMeasuredByTheirOrderWithinAQuery() {
    float[][] outputs = {{5, 7, 7}, {100, 200, 0}, {1, 2, 3}};
    float[][] scores = {{1, 1, 0}, {1, 0, Float.NaN}, {1, 1, 1}};
    OutcomeTable table = new OutcomeTable(POOL, FloatMatrix.of(scores));
    // Pairs: a over c wrong, b over c tied, a over b wrong.
    assertThat(Output.raw(ScoreKind.RANK).misfit(FloatMatrix.of(outputs), table))
        .isEqualTo(2.5 / 3);
    assertThat(Output.raw(ScoreKind.SIMILARITY).misfit(FloatMatrix.of(outputs), table))
        .isEqualTo(2.5 / 3);
  }

  @Test
  void withoutPairsTheyAreMeasuredAsLogits() {
    OutcomeTable table = new OutcomeTable(POOL, FloatMatrix.of(new float[][] {{1, 1, Float.NaN}}));
    FloatMatrix outputs = FloatMatrix.of(new float[][] {{1, 2, 3}});
    assertThat(Output.raw(ScoreKind.RANK).misfit(outputs, table))
        .isEqualTo(Logistic.crossEntropy(outputs, table))
        .isPositive();
  }
}
