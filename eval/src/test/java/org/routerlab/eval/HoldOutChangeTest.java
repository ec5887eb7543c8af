package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

class HoldOutChangeTest {

  private static final Bootstrap FEW = new Bootstrap(200, .95, new Seed(3));

  @Test
  void theChangeIsInPointsOnTheGroupAlone() {
    TestSet test = Tables.vectors();
    RouterRuns with = RouterRuns.of(Evaluation.of("r", test, Decisions.of(0, 0, 2, 0, 2, 0)));
    RouterRuns without = RouterRuns.of(Evaluation.of("r", test, Decisions.of(0, 1, 0, 1, 0, 1)));
    // Rows 0, 2, 4 are of the first dataset: right on 0 and 2 before, on 0 after.
    HoldOutChange change = HoldOutChange.of(without, with, Set.of("first"), FEW);
    assertThat(change.change().value()).isCloseTo(-100 / 3.0, within(1e-9));
    assertThat(change.change().n()).isEqualTo(3);
    assertThat(change.bestSingleChange()).isEqualTo(new Estimate(0, 0, 0, 3));
    assertThat(change.datasets()).containsExactly("first");
  }

  @Test
  void aGroupWithoutTestQueriesHasNoChange() {
    TestSet test = Tables.vectors();
    RouterRuns runs = RouterRuns.of(References.of(test).bestSingle());
    assertThat(HoldOutChange.of(runs, runs, Set.of("third"), FEW).change().value()).isNaN();
  }

  @Test
  void differentTestQueriesAreRejected() {
    RouterRuns one = RouterRuns.of(References.of(Tables.vectors()).bestSingle());
    RouterRuns other = RouterRuns.of(References.of(BootstrapTest.uniform(6, 1)).bestSingle());
    assertThatThrownBy(() -> HoldOutChange.of(one, other, Set.of("x"), FEW))
        .hasMessageContaining("same test queries and pool");
  }
}
