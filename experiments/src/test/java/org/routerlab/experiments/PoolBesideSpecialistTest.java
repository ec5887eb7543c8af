package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** Who counts as the pool where specialists were added to it. */
class PoolBesideSpecialistTest {

  private final OutcomeTable outcomes =
      new OutcomeTable(
          ModelPool.of("a", "pseudo-real", "pseudo-math", "pseudo-law"),
          FloatMatrix.of(new float[] {0, 1, 1, 1}, new float[] {0, .5f, 1, 0}));

  @Test
  void aRealModelOfSuchANameCountsAmongThePoolAndAddedOnesDoNot() {
    PoolBesideSpecialist found =
        PoolBesideSpecialist.of(outcomes, Set.of("pseudo-math", "pseudo-law"), "pseudo-math");
    assertThat(found.mean()).isCloseTo(.375, within(1e-12));
    assertThat(found.best()).isCloseTo(.75, within(1e-12));
    assertThat(found.specialist()).isEqualTo(1);
  }

  @Test
  void aSpecialistThatALaterStepRemovedHasNoAccuracy() {
    PoolBesideSpecialist found =
        PoolBesideSpecialist.of(outcomes, Set.of("pseudo-gone"), "pseudo-gone");
    assertThat(found.specialist()).isNaN();
    assertThat(found.best()).isEqualTo(1);
  }
}
