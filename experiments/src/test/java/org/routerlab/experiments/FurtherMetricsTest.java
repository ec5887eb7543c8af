package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.TestSet;

class FurtherMetricsTest {

  private final TestSet test = testSet();
  private final List<Metric> reported = Metrics.standard(test, .2);

  @Test
  void noFigureIsReportedTwice() {
    assertThat(names("accuracy")).containsExactly("accuracy on solved-by-1");
    assertThat(names("standard"))
        .containsExactly("utility-0.5 on all", "utility-0.7 on all", "utility-0.9 on all");
    assertThat(names("predictions", "bce")).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void aMetricComesWithItsSubsets() {
    assertThat(names("bce")).containsExactly("bce on all", "bce on hard");
  }

  @Test
  void aMetricOfCostMayBeAskedForOnCalibratedPredictions() {
    assertThat(names("aiq-calibrated")).containsExactly("aiq-calibrated on all");
    FurtherMetrics.requireKnown("aiq-calibrated");
    assertThatThrownBy(() -> FurtherMetrics.requireKnown("bce-calibrated"))
        .hasMessageContaining("bce-calibrated");
  }

  @Test
  void theArenaScoreNeedsCostsInDollars() {
    assertThat(names("arena")).isEmpty();
    assertThat(FurtherMetrics.of(List.of("arena"), test, "USD (tokens × list price)", reported))
        .hasSize(1);
    String price = "USD per 1M tokens (list price)";
    assertThat(FurtherMetrics.of(List.of("arena"), test, price, reported)).isEmpty();
    assertThat(FurtherMetrics.note(List.of("router-arena"), price)).contains(price);
    assertThat(FurtherMetrics.note(List.of("router-arena"), "USD")).isEmpty();
  }

  private List<String> names(String... asked) {
    return FurtherMetrics.of(List.of(asked), test, "characters", reported).stream()
        .map(metric -> metric.name() + " on " + metric.subset())
        .toList();
  }

  private static TestSet testSet() {
    FloatMatrix scores = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1});
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 2}, new float[] {1, 2});
    OutcomeTable outcomes = new OutcomeTable(ModelPool.of("a", "b"), scores, costs);
    List<Query> queries = List.of(new Query("q", "one", "d"), new Query("r", "two", "d"));
    return TestSet.of(outcomes, queries, outcomes);
  }
}
