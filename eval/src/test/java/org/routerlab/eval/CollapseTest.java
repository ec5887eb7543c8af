package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Seed;

class CollapseTest {

  private static final Bootstrap FEW = new Bootstrap(60, .95, new Seed(8));

  private final TestSet test = Tables.vectors();
  private final RouterRuns router =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));

  @Test
  void everyMetricAgreesWithItsTwin() {
    assertAgree(Collapse.index(), 100, NaiveCollapse::index);
    assertAgree(Collapse.overspending(), 100, NaiveCollapse::overspending);
    assertAgree(Collapse.topModelShare(), 100, NaiveCollapse::topShare);
    assertAgree(Collapse.unusedModels(), 100, NaiveCollapse::unused);
    assertAgree(Collapse.effectiveModels(), 100, naive -> Math.pow(2, naive.entropy()));
  }

  @Test
  void everyFigureByBudgetAgreesWithItsTwin() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (!set.hasCosts()) {
        continue;
      }
      RouterRuns runs = RouterRuns.of(table.runs(set).seeds().get(0));
      NaiveTable naive = new NaiveTable(table, 0);
      List<CollapseByBudget.Point> points =
          CollapseByBudget.of(runs, new Bootstrap(1, .95, new Seed(1))).points();
      assertThat(points.stream().map(CollapseByBudget.Point::budget))
          .containsExactlyElementsOf(naive.budgets());
      for (CollapseByBudget.Point point : points) {
        NaiveCollapse twin = new NaiveCollapse(naive, naive.allRows(), point.budget());
        assertClose(point.collapse(), twin.index());
        assertClose(point.overspending(), twin.overspending());
        assertClose(point.topModelShare(), twin.topShare());
        assertClose(point.unusedModels(), twin.unused());
        assertClose(point.entropy(), twin.entropy());
        assertClose(point.effectiveModels(), Math.pow(2, twin.entropy()));
        assertClose(point.heuristicAgreement(), twin.agreement());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void theIndexMatchesTheVectors() {
    assertThat(value(router, Collapse.index())).isCloseTo(1 / 3.0, within(1e-12));
    // Query 2 needs the dearest; on query 3 the cheapest is right, and on 4 as wrong as it.
    assertThat(value(router, Collapse.overspending())).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(value(router, Collapse.effectiveModels())).isCloseTo(2.749459274, within(1e-8));
    assertThat(value(router, Collapse.topModelShare())).isCloseTo(.5, within(1e-12));
    assertThat(value(router, Collapse.unusedModels())).isZero();
  }

  @Test
  void theFiguresByBudgetMatchTheVectors() {
    List<CollapseByBudget.Point> points = CollapseByBudget.of(router, FEW).points();
    double[] agreement = {1, 2 / 3.0, 1 / 2.0};
    double[] entropy = {0, .918295834, 1.459147917};
    double[] unused = {2 / 3.0, 1 / 3.0, 0};
    // Within 1 always model 0: right or tied on 0, 3 and 4; within 2 on all but query 2.
    double[] collapse = {1 / 2.0, 1 / 6.0, 1 / 3.0};
    for (int step = 0; step < 3; step++) {
      CollapseByBudget.Point point = points.get(step);
      assertThat(point.heuristicAgreement().value()).isCloseTo(agreement[step], within(1e-12));
      assertThat(point.entropy().value()).isCloseTo(entropy[step], within(1e-8));
      assertThat(point.unusedModels().value()).isCloseTo(unused[step], within(1e-12));
      assertThat(point.collapse().value()).isCloseTo(collapse[step], within(1e-12));
    }
  }

  @Test
  void agreementByBudgetAveragesToTheMetric() {
    List<CollapseByBudget.Point> points = CollapseByBudget.of(router, FEW).points();
    assertThat(points.stream().mapToDouble(p -> p.heuristicAgreement().value()).average())
        .hasValueCloseTo(value(router, Metrics.budgetHeuristicAgreement()), within(1e-12));
  }

  @Test
  void whatIsWrongOnASolvableQueryCountsAsCollapse() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        RouterRuns runs = RouterRuns.of(table.runs(set).seeds().get(0));
        double lost = value(runs, Metrics.oracleGap()) / 100;
        assertThat(value(runs, Collapse.index())).isGreaterThanOrEqualTo(lost - 1e-12);
        assertThat(value(runs, Collapse.overspending()))
            .isLessThanOrEqualTo(value(runs, Collapse.index()) + 1e-12);
      }
    }
  }

  @Test
  void aRouterThatDecidesIsTakenByItsChoicesAndHasNoBudgets() {
    RouterRuns dearest = RouterRuns.of(Evaluation.of("d", test, Decisions.constant(6, 2)));
    // The dearest model alone is right on query 2 only.
    assertThat(value(dearest, Collapse.index())).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(value(dearest, Collapse.overspending())).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(value(dearest, Collapse.topModelShare())).isEqualTo(1);
    assertThat(value(dearest, Collapse.unusedModels())).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(value(dearest, Collapse.effectiveModels())).isEqualTo(1);
    assertThat(CollapseByBudget.of(dearest, FEW).points()).isEmpty();
  }

  @Test
  void anEvenDrawUsesAllModelsAlike() {
    RouterRuns random = RouterRuns.of(References.of(test).random());
    assertThat(value(random, Collapse.effectiveModels())).isCloseTo(3, within(1e-9));
    assertThat(value(random, Collapse.topModelShare())).isCloseTo(1 / 3.0, within(1e-12));
    // Fine are 2 of 3 models on query 0, 1 on 1, 2, 3 and 5, and 2 on 4.
    assertThat(value(random, Collapse.index())).isCloseTo(10 / 18.0, within(1e-12));
  }

  private static double value(RouterRuns runs, Metric metric) {
    return NaiveTwinTest.value(runs, metric);
  }

  private static void assertClose(Estimate estimate, double expected) {
    assertThat(estimate.value()).isCloseTo(expected, within(1e-9));
  }

  private static void assertAgree(
      Metric metric, int atLeast, ToDoubleFunction<NaiveCollapse> twin) {
    int finite =
        Twins.assertAgree(
            metric, (table, rows) -> twin.applyAsDouble(new NaiveCollapse(table, rows)));
    assertThat(finite).as(metric.name()).isGreaterThan(atLeast);
  }
}
