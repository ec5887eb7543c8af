package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Every metric agrees with its naive twin on random tables of every odd shape. */
class NaiveTwinTest {

  private static final int TABLES = 200;
  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));

  @Test
  void accuracyAgrees() {
    assertMeanOverSeeds(Metrics.accuracy(), false, NaiveMetrics::accuracy);
  }

  @Test
  void oracleGapAgrees() {
    assertMeanOverSeeds(Metrics.oracleGap(), false, NaiveMetrics::oracleGap);
  }

  @Test
  void gapClosedAgrees() {
    assertMeanOverSeeds(Metrics.gapClosed(), false, NaiveMetrics::gapClosed);
  }

  @Test
  void datasetAverageAgrees() {
    assertMeanOverSeeds(Metrics.datasetAverage(), false, NaiveMetrics::datasetAverage);
  }

  @Test
  void heuristicAgreementAgrees() {
    assertMeanOverSeeds(Metrics.heuristicAgreement(), false, NaiveMetrics::agreement);
  }

  @Test
  void meanCostAgrees() {
    assertMeanOverSeeds(Metrics.meanCost(), true, NaiveMetrics::meanCost);
  }

  @Test
  void utilityAgreesAtEveryLambda() {
    for (double lambda : new double[] {0, .2, .5, .7, .9, 1}) {
      assertMeanOverSeeds(Metrics.utility(lambda), true, naive -> naive.utility(lambda));
    }
  }

  @Test
  void budgetCurveAgrees() {
    assertMeanOverSeeds(Metrics.budgetArea(), true, NaiveMetrics::budgetArea);
    assertMeanOverSeeds(Metrics.budgetMean(), true, NaiveMetrics::budgetMean);
    assertMeanOverSeeds(Metrics.budgetHeuristicAgreement(), true, NaiveMetrics::budgetAgreement);
    assertOneSeed(Metrics.budgetPeak(), true, NaiveMetrics::budgetPeak);
  }

  @Test
  void lambdaCurveAgrees() {
    assertOneSeed(Metrics.lambdaArea(), true, NaiveMetrics::lambdaArea);
    assertOneSeed(Metrics.lambdaPeak(), true, NaiveMetrics::lambdaPeak);
    assertOneSeed(Metrics.qnc(), true, NaiveMetrics::qnc);
  }

  @Test
  void selectionAgrees() {
    assertOneSeed(Metrics.selectionEntropy(), false, NaiveMetrics::entropy);
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      NaiveMetrics naive = naive(table, 0);
      RouterRuns runs = RouterRuns.of(table.runs(test).seeds().get(0));
      for (int model = 0; model < test.pool().size(); model++) {
        Metric share = Metrics.selectionShare(test, model);
        assertClose(number, value(runs, share), naive.share(model));
      }
    }
  }

  @Test
  void subsetsAgree() {
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      NaiveMetrics naive = naive(table, 0);
      RouterRuns runs = RouterRuns.of(table.runs(test).seeds().get(0));
      for (String stratum : List.of("hard", "easy", "unsolvable")) {
        Metric metric = Metrics.accuracy().on(test.subset(stratum));
        assertClose(number, value(runs, metric), naive.accuracyOn(stratum));
      }
      assertThat(test.datasets()).containsExactlyElementsOf(naive.datasetAccuracies().keySet());
      for (String dataset : test.datasets()) {
        Metric metric = Metrics.accuracy().on(test.subset("dataset/" + dataset));
        assertClose(number, value(runs, metric), naive.datasetAccuracies().get(dataset));
      }
    }
  }

  private static void assertMeanOverSeeds(
      Metric metric, boolean needsCosts, ToDoubleFunction<NaiveMetrics> twin) {
    assertThat(metric.definition().needsCosts()).isEqualTo(needsCosts);
    int compared = 0;
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      assertThat(test.hasCosts()).isEqualTo(naive(table, 0).hasCosts());
      if (needsCosts && !test.hasCosts()) {
        continue;
      }
      double sum = 0;
      for (int seed = 0; seed < table.predictions().size(); seed++) {
        sum += twin.applyAsDouble(naive(table, seed));
      }
      assertClose(number, value(table.runs(test), metric), sum / table.predictions().size());
      compared++;
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static void assertOneSeed(
      Metric metric, boolean needsCosts, ToDoubleFunction<NaiveMetrics> twin) {
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (!needsCosts || test.hasCosts()) {
        RouterRuns runs = RouterRuns.of(table.runs(test).seeds().get(0));
        assertClose(number, value(runs, metric), twin.applyAsDouble(naive(table, 0)));
      }
    }
  }

  private static NaiveMetrics naive(Tables.Case table, int seed) {
    FloatMatrix predictions = table.predictions().get(seed);
    return new NaiveMetrics(table.train(), table.queries(), table.test(), predictions);
  }

  static double value(RouterRuns runs, Metric metric) {
    return ONCE.estimate(runs, metric).value();
  }

  private static void assertClose(int table, double actual, double expected) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      assertThat(actual).as("table %d", table).isEqualTo(Double.valueOf(expected));
    } else {
      assertThat(actual).as("table %d", table).isCloseTo(expected, within(1e-9));
    }
  }
}
