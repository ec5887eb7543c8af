package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.routerlab.core.Seed;

/** Compares a metric with its naive twin on random tables, on all queries and on a resample. */
final class Twins {

  private static final int TABLES = 200;

  private Twins() {}

  /** A metric in plain loops over some rows, of which one may be there several times. */
  @FunctionalInterface
  interface Naive {
    double value(NaiveTable table, List<Integer> rows);
  }

  /** The number of tables on which the metric had a finite value. */
  static int assertAgree(Metric metric, Naive twin) {
    return assertAgree(test -> metric, twin);
  }

  /** The metric of a test set. */
  @FunctionalInterface
  interface MetricOf {
    Metric on(TestSet test);
  }

  static int assertAgree(MetricOf metrics, Naive twin) {
    int finite = 0;
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      Metric metric = metrics.on(test);
      if (metric.definition().needsCosts() && !test.hasCosts()) {
        continue;
      }
      NaiveTable naive = new NaiveTable(table, 0);
      RouterRuns runs = RouterRuns.of(table.runs(test).seeds().get(0));
      double expected = twin.value(naive, naive.allRows());
      assertClose(metric, number, NaiveTwinTest.value(runs, metric), expected);
      finite += Double.isFinite(expected) ? 1 : 0;
      int[] counts = counts(number, test.size());
      double resampled = twin.value(naive, naive.drawn(counts));
      assertClose(metric, number, value(runs, metric, counts), resampled);
    }
    return finite;
  }

  /** The value of a metric where each query counts so often. */
  static double value(RouterRuns runs, Metric metric, int[] counts) {
    Reading reading = metric.reading(runs);
    double[] sums = new double[reading.columns().size()];
    for (int i = 0; i < sums.length; i++) {
      double[] values = reading.columns().get(i).toArray();
      for (int row = 0; row < counts.length; row++) {
        sums[i] += counts[row] * values[row];
      }
    }
    return reading.value().of(sums, counts);
  }

  /** As many draws as there are rows. */
  static int[] counts(int number, int rows) {
    int[] counts = new int[rows];
    SplittableRandom random = new Seed(number).stream("twins");
    for (int i = 0; i < rows; i++) {
      counts[random.nextInt(rows)]++;
    }
    return counts;
  }

  private static void assertClose(Metric metric, int table, double actual, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(actual).as("%s, table %d", metric.name(), table).isCloseTo(expected, within(1e-9));
    } else {
      assertThat(actual).as("%s, table %d", metric.name(), table).isEqualTo((Double) expected);
    }
  }
}
