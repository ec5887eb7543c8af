package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class RankScoresTest {

  @Test
  void equalValuesShareARank() {
    FloatMatrix values = FloatMatrix.of(new float[] {0.5f, 0.9f, 0.5f, 0.1f}, new float[4]);

    FloatMatrix scores = RankScores.reciprocal(values, 1);

    assertThat(scores.row(0)).containsExactly(0.5f, 1, 0.5f, 0.25f);
    assertThat(scores.row(1)).containsExactly(1, 1, 1, 1);
  }
}
