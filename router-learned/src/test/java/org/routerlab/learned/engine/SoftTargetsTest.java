package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class SoftTargetsTest {

  private static final FloatMatrix SMOOTH =
      FloatMatrix.of(new float[] {0.5f, 0.5f, 0.2f}, new float[] {0.5f, 0.5f, 0.5f});

  @Test
  void targetsAreTheSoftmaxOfSmoothedRewards() {
    FloatMatrix targets = SoftTargets.of(outcomes(1, 0, 1, 1, 1, 1), SMOOTH, 0.5, 0.5);

    // Rewards 0.75, 0.25, 0.6, divided by 0.5.
    double sum = Math.exp(1.5) + Math.exp(0.5) + Math.exp(1.2);
    assertThat((double) targets.get(0, 0)).isCloseTo(Math.exp(1.5) / sum, offset(1e-6));
    assertThat((double) targets.get(0, 1)).isCloseTo(Math.exp(0.5) / sum, offset(1e-6));
    assertThat((double) targets.get(0, 2)).isCloseTo(Math.exp(1.2) / sum, offset(1e-6));
  }

  @Test
  void equalRewardsTeachNothing() {
    assertThat(SoftTargets.of(outcomes(1, 0, 1, 1, 1, 1), SMOOTH, 0.5, 0.5).row(1))
        .containsExactly(0, 0, 0);
  }

  @Test
  void unobservedModelsTakeNoShare() {
    FloatMatrix targets =
        SoftTargets.of(outcomes(1, 0, Float.NaN, Float.NaN, Float.NaN, Float.NaN), SMOOTH, 1, 1e-9);

    assertThat(targets.row(0)).containsExactly(1, 0, 0);
    assertThat(targets.row(1)).containsExactly(0, 0, 0);
  }

  private static OutcomeTable outcomes(float... scores) {
    return new OutcomeTable(new ModelPool(List.of("a", "b", "c")), FloatMatrix.wrap(2, 3, scores));
  }
}
