package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Curves and trade-offs of cost on test sets that have no costs, or no complete rows. */
class WithoutCostsTest {

  private static final Bootstrap FEW = new Bootstrap(10, .95, new Seed(1));
  private static final ModelPool POOL = ModelPool.of("a", "b");

  private static TestSet costless() {
    OutcomeTable table = new OutcomeTable(POOL, FloatMatrix.of(new float[] {0, 1}));
    return TestSet.of(table, Tables.queries(1, "d"), table);
  }

  private static TestSet rowless() {
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 2});
    OutcomeTable train = new OutcomeTable(POOL, FloatMatrix.of(new float[] {0, 1}), costs);
    OutcomeTable sparse = new OutcomeTable(POOL, FloatMatrix.of(new float[] {Float.NaN, 1}), costs);
    return TestSet.of(train, Tables.queries(1, "d"), sparse);
  }

  private static RouterRuns router(TestSet test) {
    return RouterRuns.of(Evaluation.of("r", test, FloatMatrix.of(new float[] {.1f, .2f})));
  }

  @Test
  void curvesHaveNoPoints() {
    for (TestSet test : List.of(costless(), rowless())) {
      assertThat(CollapseByBudget.of(router(test), FEW))
          .isEqualTo(new CollapseByBudget("r", List.of()));
      assertThat(ZeroRouter.curve(test, FEW))
          .isEqualTo(new Curve("zero-router", "cost", List.of()));
      assertThat(ZeroRouter.curveInHindsight(test, FEW))
          .isEqualTo(new Curve("zero-router-test", "cost", List.of()));
    }
  }

  @Test
  void aTradeOffWithCostSaysThatThereIsNone() {
    TestSet test = costless();
    assertThatThrownBy(() -> Objective.cost(test))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cost cannot be an objective on a test set without costs");
    Objective cost = new Objective(Metrics.meanCost(), test::cost);
    assertThatThrownBy(
            () ->
                TradeOff.of(
                    test, List.of(router(test)), List.of(Objective.accuracy(test), cost), FEW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no costs");
  }
}
