package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;

class BatchMetricsTest {

  private final TestSet test = Tables.vectors();

  @Test
  void theBudgetOfTheBestSingleModelCoversItOnEveryQuery() {
    // m* is the dearest model, so that the batch gets its argmax.
    RouterRuns router = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    assertThat(NaiveTwinTest.value(router, Metrics.batchAllocationAccuracy()))
        .isEqualTo(NaiveTwinTest.value(router, Metrics.accuracy()));
  }

  @Test
  void aSmallerBudgetGoesToWhatGainsMostForItsCost() {
    // All on a costs 6 of 8. The step of row 5 to b gains .55 and that of row 1 .5, others less.
    Selection allocated =
        Evaluation.of("r", test, Tables.PREDICTIONS).allocated(8 / 6.0).orElseThrow();
    assertThat(allocated.decisions()).isEqualTo(Decisions.of(0, 1, 0, 0, 0, 1));
    assertThat(allocated.expect(1, test::score)).isCloseTo(1, within(0.0));
  }

  @Test
  void aRouterThatDecidesByItselfHasNone() {
    RouterRuns fixed = RouterRuns.of(Evaluation.of("r", test, Decisions.constant(6, 1)));
    assertThat(NaiveTwinTest.value(fixed, Metrics.batchAllocationAccuracy())).isNaN();
  }
}
