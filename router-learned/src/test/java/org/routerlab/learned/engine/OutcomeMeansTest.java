package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class OutcomeMeansTest {

  private static final float UNOBSERVED = Float.NaN;
  private static final OutcomeTable OUTCOMES =
      new OutcomeTable(
          ModelPool.of("a", "b", "c"),
          FloatMatrix.of(
              new float[][] {
                {1, 0, UNOBSERVED},
                {0, 0, UNOBSERVED},
                {1, UNOBSERVED, UNOBSERVED},
                {1, 1, UNOBSERVED}
              }));

  @Test
  void aModelNeverObservedHasMeanZero() {
    assertThat(OutcomeMeans.overall(OUTCOMES)).containsExactly(0.75, 1.0 / 3, 0);
  }

  @Test
  void groupsAverageTheirOwnScores() {
    FloatMatrix means = OutcomeMeans.byGroup(OUTCOMES, new int[] {0, 0, 2, 2}, 3, 0);

    assertThat(means.row(0)).containsExactly(0.5f, 0, 0);
    assertThat(means.row(1)).containsExactly(0.75f, (float) (1.0 / 3), 0);
    assertThat(means.row(2)).containsExactly(1, 1, 0);
  }

  @Test
  void smoothingAddsScoresAtTheOverallMean() {
    FloatMatrix means = OutcomeMeans.byGroup(OUTCOMES, new int[] {0, 0, 2, 2}, 3, 2);

    assertThat(means.row(0)).containsExactly((1 + 2 * 0.75f) / 4, (float) (2.0 / 3 / 4), 0);
    assertThat(means.get(2, 1)).isEqualTo((float) ((1 + 2.0 / 3) / 3));
  }

  @Test
  void costsAverageWhereTheyAreKnown() {
    FloatMatrix costs =
        FloatMatrix.of(
            new float[][] {
              {1, UNOBSERVED, UNOBSERVED},
              {3, 8, UNOBSERVED},
              {5, UNOBSERVED, UNOBSERVED},
              {UNOBSERVED, UNOBSERVED, UNOBSERVED}
            });
    OutcomeTable priced = new OutcomeTable(OUTCOMES.pool(), OUTCOMES.scores(), costs);

    FloatMatrix means = OutcomeMeans.costsByGroup(priced, new int[] {0, 0, 1, 1}, 2);

    assertThat(means.row(0)).containsExactly(2, 8, UNOBSERVED);
    assertThat(means.row(1)).containsExactly(5, 8, UNOBSERVED);
  }
}
