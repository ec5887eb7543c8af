package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** What the definitions of published metrics promise of their values. */
class PublishedFamiliesTest {

  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));
  private static final Set<String> NAMES =
      Set.of("llmrouterbench", "routing-accuracy", "oracle-cost", "router-arena", "router-eval");

  private static List<Metric> metrics(TestSet test) {
    List<Metric> metrics = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      if (NAMES.contains(family.name())) {
        metrics.addAll(family.on(test));
      }
    }
    return metrics;
  }

  @Test
  void everyValueIsInItsRangeAndUndefinedOnlyWhereSaid() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<RouterRuns> routers = new ArrayList<>(References.of(test).runs());
      routers.add(table.runs(test));
      for (RouterRuns runs : routers) {
        for (Metric metric : metrics(test)) {
          MetricDefinition definition = metric.definition();
          double value = ONCE.estimate(runs, metric).value();
          String what = "table " + number + ", " + runs.router() + ", " + metric.name();
          if (Double.isNaN(value)) {
            boolean isSaid = !definition.undefined().isEmpty() || test.size() == 0;
            assertThat(isSaid).as(what).isTrue();
          } else {
            double[] range = range(definition.range(), test.pool().size());
            assertThat(value).as(what).isBetween(range[0] - 1e-9, range[1] + 1e-9);
          }
        }
      }
    }
  }

  @Test
  void namesAreDifferentAndVariantsAreOfOneAnother() {
    TestSet test = Tables.vectors();
    Set<String> seen = new HashSet<>();
    for (MetricFamily family : MetricFamilies.all()) {
      for (Metric metric : family.on(test)) {
        assertThat(seen.add(metric.name() + " on " + metric.subset())).as(metric.name()).isTrue();
      }
    }
    for (Metric metric : metrics(test)) {
      String headline = metric.definition().variantOf();
      assertThat(headline.isEmpty() || seen.contains(headline + " on all")).isTrue();
    }
  }

  @Test
  void withoutACompleteRowEveryMetricIsUnknown() {
    OutcomeTable sparse =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {Float.NaN, 1}));
    TestSet empty = TestSet.of(sparse, Tables.queries(1, "d"), sparse);
    RouterRuns runs =
        RouterRuns.of(Evaluation.of("r", empty, FloatMatrix.of(new float[] {.1f, .2f})));
    assertThat(metrics(empty)).hasSizeGreaterThan(15);
    for (Metric metric : metrics(empty)) {
      assertThat(ONCE.estimate(runs, metric).value()).as(metric.name()).isNaN();
    }
    ParetoDistance distance = ParetoDistance.of(empty, List.of(runs), ONCE);
    assertThat(distance.routers().get(0).distance().value()).isNaN();
    assertThat(Robustness.of(runs, List.of(runs), ONCE).value()).isNaN();
  }

  private static double[] range(String text, int models) {
    String[] ends = text.replaceAll("[\\[\\]()]", "").split(", ");
    return new double[] {end(ends[0], models), end(ends[1], models)};
  }

  private static double end(String text, int models) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "log2 models" -> Math.log(models) / Math.log(2);
      default -> Double.parseDouble(text);
    };
  }
}
