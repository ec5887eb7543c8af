package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class LeaveOneOutTest {

  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));

  @Test
  void leavingOutAQueryIsEvaluatingWithoutIt() {
    int compared = 0;
    for (int number = 0; number < 60; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      for (Metric metric : metrics(test)) {
        double[] values = LeaveOneOut.of(table.runs(test), metric);
        for (int row = 0; row < test.size(); row++) {
          Tables.Case without = without(table, test.givenRows()[row]);
          TestSet smaller = without.testSet();
          if (metric.definition().needsCosts() && !smaller.hasCosts()) {
            continue; // Without rows there are no costs either.
          }
          double expected = ONCE.estimate(without.runs(smaller), metric).value();
          compared += Double.isFinite(expected) ? 1 : 0;
          assertThat(values[row]).as(number + metric.name()).isCloseTo(expected, within(1e-9));
        }
      }
    }
    assertThat(compared).isGreaterThan(2000);
  }

  private static List<Metric> metrics(TestSet test) {
    List<Metric> metrics = new ArrayList<>(List.of(Metrics.accuracy(), Metrics.oracleGap()));
    if (test.hasCosts()) {
      metrics.addAll(List.of(Metrics.utility(.5), Metrics.budgetArea(), Metrics.budgetPeak()));
    }
    return metrics;
  }

  private static Tables.Case without(Tables.Case table, int left) {
    int[] rows = IntStream.range(0, table.test().size()).filter(row -> row != left).toArray();
    List<FloatMatrix> predictions =
        table.predictions().stream().map(matrix -> matrix.selectRows(rows)).toList();
    return new Tables.Case(
        table.train(),
        Arrays.stream(rows).mapToObj(table.queries()::get).toList(),
        table.test().selectRows(rows),
        predictions);
  }

  @Test
  void ofAMeanItIsTheDeviationOfPerQueryDifferencesOverTheRootOfTheirNumber() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns router = table.runs(test);
      RouterRuns random = RouterRuns.of(References.of(test).random());
      double found =
          LeaveOneOut.standardError(
              LeaveOneOut.of(router, Metrics.accuracy()),
              LeaveOneOut.of(random, Metrics.accuracy()));
      double expected = textbook(test, router, random);
      if (Double.isNaN(expected)) {
        assertThat(found).isNaN();
      } else {
        assertThat(found).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double textbook(TestSet test, RouterRuns router, RouterRuns other) {
    int n = test.size();
    double[] differences = new double[n];
    double mean = 0;
    for (int row = 0; row < n; row++) {
      for (Evaluation seed : router.seeds()) {
        differences[row] += seed.score(row) / router.seeds().size();
      }
      differences[row] -= other.seeds().get(0).score(row);
      mean += differences[row] / n;
    }
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }
}
