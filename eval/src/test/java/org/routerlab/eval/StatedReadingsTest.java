package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What definitions say of how a metric is read, and that names say it alike. */
class StatedReadingsTest {

  private static final List<BestSingleBasis> HINDSIGHT =
      List.of(BestSingleBasis.TEST_MEAN, BestSingleBasis.TEST_DATASET_AVERAGE);

  @Test
  void whatPicksAPointOnTheTestQueriesSaysSo() {
    List<Metric> picking =
        List.of(
            Metrics.lambdaPeak(),
            Metrics.budgetPeak(),
            ZeroRouter.gain(),
            ZeroRouter.gainInHindsight(),
            PerformanceCost.perfGain(BestSingleBasis.TRAIN),
            PerformanceCost.costSave(BestSingleBasis.TRAIN));
    for (Metric metric : picking) {
      assertThat(metric.definition().formula())
          .as(metric.name())
          .contains("; the point is picked on the test queries");
    }
    assertThat(PerformanceCost.costSave(BestSingleBasis.TRAIN).definition().undefined())
        .contains("the interval is of those that reach m*");
  }

  @Test
  void aBestModelOfTheTestQueriesIsOneOnEveryResampleAndNamedAlike() {
    for (BestSingleBasis basis : HINDSIGHT) {
      List<Metric> metrics =
          List.of(
              PerformanceCost.perfGain(basis),
              PerformanceCost.costSave(basis),
              RouterEval.bestValue(basis),
              LlmRouterBench.gainOverBest(basis, Averaging.MEAN_OF_RATIOS));
      for (Metric metric : metrics) {
        assertThat(metric.definition().formula())
            .as(metric.name())
            .contains("(hindsight), the same on every resample");
        if (!metric.name().equals("value-best")) {
          String suffix =
              basis == BestSingleBasis.TEST_MEAN ? "-test-best" : "-test-best-by-dataset";
          assertThat(metric.name()).endsWith(suffix);
        }
      }
    }
    assertThat(QualityNeutralCost.testBest().name()).isEqualTo("qnc-test-best");
    assertThat(RouterEval.bestValue(BestSingleBasis.TRAIN).name()).isEqualTo("value-best-train");
  }

  @Test
  void eachThresholdOfCorrectnessNamesWhoseItIs() {
    assertThat(RoutingAccuracy.correct(Correctness.HALF).definition().source())
        .isEqualTo("RouterLab");
    assertThat(RoutingAccuracy.correct(Correctness.ABOVE_ZERO).definition().source())
        .isEqualTo("arXiv 2601.07206");
    assertThat(RoutingAccuracy.correct(Correctness.FULL).definition().source())
        .isEqualTo("arXiv 2510.00202");
    assertThat(RoutingAccuracy.correctAtQuantile().definition().formula())
        .contains("the threshold looks at test outcomes");
  }

  @Test
  void aSavingIsWhatTheQualityNeutralCostByPointsLeavesOfTheCostOfTheBestSingle() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (!test.hasCosts()) {
        continue;
      }
      RouterRuns runs = table.runs(test);
      double cost = QualityNeutralCost.step().value(runs);
      double saved = PerformanceCost.costSave(BestSingleBasis.TRAIN).value(runs);
      if (Double.isFinite(cost)) {
        assertThat(saved).as("table %d", number).isCloseTo(1 - cost, within(1e-9));
        compared++;
      } else {
        assertThat(saved).as("table %d", number).isNaN();
      }
    }
    assertThat(compared).isGreaterThan(50);
  }
}
