package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class ComparisonTest {

  private static final Bootstrap FEW = new Bootstrap(300, .95, new Seed(3));

  @Test
  void measurementsComeByMetricAndThenByRouter() {
    TestSet test = Tables.vectors();
    RouterRuns router = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    List<RouterRuns> all = new ArrayList<>(List.of(router));
    all.addAll(References.of(test).runs());
    Comparison comparison =
        Comparison.of(test, all, List.of(Metrics.accuracy(), Metrics.meanCost()), FEW);
    assertThat(comparison.measurements())
        .extracting(m -> m.metric() + " " + m.router())
        .containsExactly(
            "accuracy r",
            "accuracy random",
            "accuracy best-single",
            "accuracy heuristic",
            "accuracy best-single-test",
            "accuracy dataset-oracle",
            "accuracy oracle",
            "mean-cost r",
            "mean-cost random",
            "mean-cost best-single",
            "mean-cost heuristic",
            "mean-cost best-single-test",
            "mean-cost dataset-oracle",
            "mean-cost oracle");
  }

  @Test
  void theBestIsNeverAnOracle() {
    TestSet test = Tables.vectors();
    Comparison comparison =
        Comparison.of(test, References.of(test).runs(), Metrics.standard(test, .2), FEW);
    assertThat(comparison.standings())
        .extracting(Standing::best)
        .doesNotContain("oracle", "dataset-oracle", "best-single-test");
    assertThat(comparison.standing("all", "accuracy").orElseThrow().notSeparable())
        .contains("best-single")
        .doesNotContain("oracle");
  }

  @Test
  void lessIsBetterForCost() {
    TestSet test = Tables.vectors();
    List<RouterRuns> routers = List.of(always(test, "dear", 2), always(test, "cheap", 0));
    Comparison comparison = Comparison.of(test, routers, List.of(Metrics.meanCost()), FEW);
    Standing standing = comparison.standing("all", "mean-cost").orElseThrow();
    assertThat(standing.best()).isEqualTo("cheap");
    assertThat(standing.differences().get(0).estimate()).isEqualTo(new Estimate(3, 3, 3, 6));
    assertThat(standing.notSeparable()).containsExactly("cheap");
  }

  @Test
  void aClearDifferenceIsSeparableAndAFaintOneIsNot() {
    int n = 400;
    float[] scores = new float[n * 3];
    for (int row = 0; row < n; row++) {
      scores[3 * row] = row % 10 < 7 ? 1 : 0;
      scores[3 * row + 1] = (row + 3) % 10 < 7 && row != 0 ? 1 : 0;
      scores[3 * row + 2] = row % 10 < 3 ? 1 : 0;
    }
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("a", "b", "c"), FloatMatrix.wrap(n, 3, scores));
    TestSet test = TestSet.of(table, Tables.queries(n, "d"), table);
    List<RouterRuns> routers =
        List.of(always(test, "good", 0), always(test, "close", 1), always(test, "bad", 2));
    Standing standing =
        Comparison.of(test, routers, List.of(Metrics.accuracy()), FEW)
            .standing("all", "accuracy")
            .orElseThrow();
    assertThat(standing.best()).isEqualTo("good");
    assertThat(standing.notSeparable()).containsExactly("good", "close");
  }

  @Test
  void metricsOfCostAreAbsentWithoutCosts() {
    TestSet test = BootstrapTest.uniform(20, 1);
    Comparison comparison =
        Comparison.of(
            test,
            References.of(test).runs(),
            List.of(Metrics.accuracy(), Metrics.qnc(), Metrics.utility(.5)),
            FEW);
    assertThat(comparison.measurements()).extracting(Measurement::metric).containsOnly("accuracy");
  }

  @Test
  void metricsThatDoNotJudgeHaveNoStanding() {
    TestSet test = Tables.vectors();
    Comparison comparison =
        Comparison.of(test, References.of(test).runs(), List.of(Metrics.selectionEntropy()), FEW);
    assertThat(comparison.measurements()).hasSize(6);
    assertThat(comparison.standings()).isEmpty();
  }

  @Test
  void aMeasurementIsWhatTheRouterGetsAlone() {
    for (int number = 0; number < 20; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<RouterRuns> routers = new ArrayList<>(References.of(test).runs());
      routers.add(table.runs(test));
      List<Metric> metrics = Metrics.standard(test, .5);
      Comparison comparison = Comparison.of(test, routers, metrics, FEW);
      for (Metric metric : metrics) {
        assertThat(comparison.measurement("router", metric.subset(), metric.name()))
            .get()
            .extracting(Measurement::estimate)
            .isEqualTo(FEW.estimate(table.runs(test), metric));
      }
    }
  }

  @Test
  void twoRoutersOfOneNameAreRejected() {
    TestSet test = Tables.vectors();
    RouterRuns router = always(test, "r", 0);
    assertThatThrownBy(
            () -> Comparison.of(test, List.of(router, router), List.of(Metrics.accuracy()), FEW))
        .hasMessageContaining("'r' occurs twice");
  }

  @Test
  void aRouterOnAnotherTestSetIsRejected() {
    RouterRuns router = always(Tables.vectors(), "r", 0);
    assertThatThrownBy(
            () ->
                Comparison.of(Tables.vectors(), List.of(router), List.of(Metrics.accuracy()), FEW))
        .hasMessageContaining("r is not");
  }

  private static RouterRuns always(TestSet test, String name, int model) {
    return RouterRuns.of(Evaluation.of(name, test, Decisions.constant(test.given(), model)));
  }
}
