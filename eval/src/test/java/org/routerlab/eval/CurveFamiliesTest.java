package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** What the families of metrics of curves and of collapse have in common. */
class CurveFamiliesTest {

  private static final Set<String> NAMES =
      Set.of(
          "route-llm",
          "deferral-areas",
          "quality-neutral-cost",
          "router-bench",
          "zero-router",
          "predicted-cost",
          "collapse");

  @Test
  void theyAreAmongAllFamilies() {
    assertThat(MetricFamilies.all().stream().map(MetricFamily::name)).containsAll(NAMES);
  }

  @Test
  void noMetricThrowsOnAnyOddTable() {
    for (int number = 0; number < 40; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<RouterRuns> routers = new ArrayList<>(References.of(test).runs());
      routers.add(table.runs(test));
      for (Metric metric : metrics(test)) {
        for (RouterRuns runs : routers) {
          assertThatCode(() -> NaiveTwinTest.value(runs, metric))
              .as("%s of %s on table %d", metric.name(), runs.router(), number)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void everyValueIsInTheRangeThatItsMetricStates() {
    for (int number = 0; number < 80; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      for (Metric metric : metrics(test)) {
        double value = NaiveTwinTest.value(runs, metric);
        String range = metric.definition().range();
        String[] ends = range.substring(1, range.length() - 1).split(", ");
        if (!Double.isNaN(value)) {
          assertThat(value)
              .as("%s on table %d", metric.name(), number)
              .isBetween(end(ends[0], test) - 1e-9, end(ends[1], test) + 1e-9);
        }
      }
    }
  }

  private static double end(String text, TestSet test) {
    return switch (text) {
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "models" -> test.pool().size();
      default -> Double.parseDouble(text);
    };
  }

  @Test
  void everyMetricIsNaNWithoutACompleteRow() {
    OutcomeTable sparse =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {Float.NaN, 1}));
    TestSet empty = TestSet.of(sparse, Tables.queries(1, "d"), sparse);
    RouterRuns runs =
        RouterRuns.of(Evaluation.of("r", empty, FloatMatrix.of(new float[] {.1f, .2f})));
    for (Metric metric : metrics(empty)) {
      assertThat(NaiveTwinTest.value(runs, metric)).as(metric.name()).isNaN();
    }
  }

  @Test
  void variantsAreOfMetricsThatThereAre() {
    TestSet test = Tables.vectors();
    Set<String> known =
        MetricFamilies.all().stream()
            .flatMap(family -> family.on(test).stream())
            .map(Metric::name)
            .collect(Collectors.toSet());
    List<Metric> metrics = new ArrayList<>(metrics(test));
    metrics.addAll(RouteLlm.metrics(test, new ModelPair(1, 2)));
    metrics.forEach(metric -> known.add(metric.name()));
    for (Metric metric : metrics) {
      String of = metric.definition().variantOf();
      assertThat(of.isEmpty() || known.contains(of)).as(metric.name()).isTrue();
    }
    assertThat(metrics.stream().map(Metric::name)).doesNotHaveDuplicates();
  }

  @Test
  void intervalsDoNotDependOnThreadsOrOnOtherMetrics() {
    TestSet test = Tables.vectors();
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    Bootstrap few = new Bootstrap(200, .9, new Seed(5));
    Comparison all = Comparison.of(test, List.of(runs), metrics(test), few);
    for (Metric metric : metrics(test)) {
      Estimate alone = few.estimate(runs, metric);
      Estimate together = all.measurement("r", "all", metric.name()).orElseThrow().estimate();
      assertThat(together).as(metric.name()).isEqualTo(alone);
    }
  }

  @Test
  void theValueAloneIsThatOfTheEstimate() {
    TestSet test = Tables.vectors();
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", test, Tables.PREDICTIONS));
    for (Metric metric : metrics(test)) {
      Double estimated = NaiveTwinTest.value(runs, metric);
      assertThat(metric.value(runs)).as(metric.name()).isEqualTo(estimated);
    }
  }

  private static List<Metric> metrics(TestSet test) {
    return MetricFamilies.all().stream()
        .filter(family -> NAMES.contains(family.name()))
        .flatMap(family -> family.on(test).stream())
        .toList();
  }
}
