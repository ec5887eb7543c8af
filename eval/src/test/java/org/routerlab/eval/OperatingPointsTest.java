package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

/** Routers held at a cost weight are the routers under it. */
class OperatingPointsTest {

  private static final Bootstrap MANY = new Bootstrap(20, .95, new Seed(1));

  @Test
  void aRouterHeldAtACostWeightDecidesAsItWouldUnderIt() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      RouterRuns free = OperatingPoints.of(runs, 0).get(0);
      assertThat(MANY.estimate(free, Metrics.accuracy()))
          .isEqualTo(MANY.estimate(runs, Metrics.accuracy()));
      if (test.hasCosts()) {
        List<RouterRuns> held = OperatingPoints.of(runs, .2, .7);
        assertThat(held.get(1).router()).isEqualTo("router@0.7");
        for (int i = 0; i < 2; i++) {
          Metric utility = Metrics.utility(i == 0 ? .2 : .7);
          assertThat(MANY.estimate(held.get(i), utility)).isEqualTo(MANY.estimate(runs, utility));
        }
      }
    }
  }

  @Test
  void anOracleHeldAtACostWeightRemainsHindsightAndADecisionRemainsItself() {
    TestSet test = Tables.vectors();
    RouterRuns oracle = RouterRuns.of(References.of(test).oracle());
    assertThat(OperatingPoints.of(oracle, .5).get(0).isDeployable()).isFalse();
    RouterRuns fixed = RouterRuns.of(Evaluation.of("fixed", test, Decisions.constant(6, 1)));
    RouterRuns held = OperatingPoints.of(fixed, .9).get(0);
    assertThat(held.isDeployable()).isTrue();
    assertThat(MANY.estimate(held, Metrics.meanCost()).value()).isEqualTo(2);
    assertThatThrownBy(() -> OperatingPoints.of(fixed, 1.5))
        .hasMessageContaining("lambda must be in [0.0, 1.0] but is 1.5");
  }
}
