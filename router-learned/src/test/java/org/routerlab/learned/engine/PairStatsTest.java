package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class PairStatsTest {

  private static final FloatMatrix SCORES =
      FloatMatrix.of(
          new float[] {1, 0, 1},
          new float[] {Float.NaN, 0.25f, 0.75f},
          new float[] {Float.NaN, 1, Float.NaN});

  @Test
  void aWinIsOnePointAndATieHalf() {
    PairStats pairs = PairStats.of(SCORES, new int[] {0});

    assertThat(points(pairs)).containsExactly(1.5, 0, 1.5);
    assertThat(pairs.winRate(2)).isEqualTo(0.75);
  }

  @Test
  void onlyPairsOfObservedModelsCount() {
    PairStats pairs = PairStats.of(SCORES, new int[] {1, 2});

    assertThat(points(pairs)).containsExactly(0, 0.25, 0.75);
    assertThat(pairs.count(1, 2)).isEqualTo(1);
    assertThat(pairs.count(0, 1)).isZero();
    assertThat(pairs.winRate(0)).isNaN();
    assertThat(pairs.winRates(new double[] {0.4, 9, 9})).containsExactly(0.4, 0.25, 0.75);
  }

  @Test
  void aRowCountsAsOftenAsItOccurs() {
    PairStats pairs = PairStats.of(SCORES, new int[] {0, 1, 0});

    assertThat(pairs.count(0, 2)).isEqualTo(2);
    assertThat(pairs.count(2, 1)).isEqualTo(3);
    assertThat(pairs.count(1, 1)).isZero();
    assertThat(pairs.points(2)).isCloseTo(3.75, offset(1e-12));
  }

  private static double[] points(PairStats pairs) {
    return new double[] {pairs.points(0), pairs.points(1), pairs.points(2)};
  }
}
