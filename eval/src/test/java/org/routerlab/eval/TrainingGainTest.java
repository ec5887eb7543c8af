package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Gains by another training against their naive twin on random tables, and in their limits. */
class TrainingGainTest {

  private static final Bootstrap MANY = new Bootstrap(100, .95, new Seed(1));

  private static void assertClose(int number, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", number).isNaN();
    } else {
      assertThat(found).as("table %d", number).isCloseTo(expected, within(1e-9));
    }
  }

  private static RouterRuns runs(String name, TestSet test, int runs, SplittableRandom random) {
    List<Evaluation> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      FloatMatrix predictions =
          Tables.matrix(test.given(), test.pool().size(), () -> (float) random.nextDouble());
      all.add(Evaluation.of(name, test, predictions));
    }
    return new RouterRuns(name, all);
  }

  /** By the first training outcomes are another table, so that the test sets differ. */
  private static List<TrainingGain.Pair> pairs(int number) {
    Tables.Case table = Tables.random(number);
    TestSet after = table.testSet();
    TestSet before = TestSet.of(table.test(), table.queries(), table.test());
    SplittableRandom random = new Seed(number).stream("trainings");
    List<TrainingGain.Pair> pairs = new ArrayList<>();
    for (int pair = 0; pair < 1 + number % 3; pair++) {
      RouterRuns first = runs("old" + pair, before, 1 + number % 2, random);
      pairs.add(new TrainingGain.Pair(first, runs("new" + pair, after, 1 + pair, random)));
    }
    return pairs;
  }

  private static double accuracy(RouterRuns runs) {
    double sum = 0;
    for (Evaluation run : runs.seeds()) {
      for (int i = 0; i < runs.test().size(); i++) {
        sum += runs.test().score(i, run.selection().decisions().model(i));
      }
    }
    return sum / runs.seeds().size() / runs.test().size();
  }

  @Test
  void gainsAgreeWithTheirTwin() {
    for (int number = 0; number < 200; number++) {
      List<TrainingGain.Pair> pairs = pairs(number);
      TrainingGain found = TrainingGain.of(pairs, new Bootstrap(1, .95, new Seed(1)));
      TestSet test = pairs.get(0).after().test();
      double oracle = 0;
      for (int i = 0; i < test.size(); i++) {
        double best = 0;
        for (int m = 0; m < test.pool().size(); m++) {
          best = Math.max(best, test.score(i, m));
        }
        oracle += best / test.size();
      }
      double gains = 0;
      double closed = 0;
      int known = 0;
      for (int pair = 0; pair < pairs.size(); pair++) {
        double before = accuracy(pairs.get(pair).before());
        double after = accuracy(pairs.get(pair).after());
        TrainingGain.Row row = found.rows().get(pair);
        assertThat(row.router()).isEqualTo("new" + pair);
        assertClose(number, row.before().value(), before);
        assertClose(number, row.after().value(), after);
        assertClose(number, row.gain().value(), 100 * (after - before));
        gains += 100 * (after - before) / pairs.size();
        boolean hasGap = oracle - before > 1e-9;
        double share = hasGap ? (after - before) / (oracle - before) : Double.NaN;
        assertClose(number, row.closed().value(), share);
        closed += hasGap ? share : 0;
        known += hasGap ? 1 : 0;
      }
      assertClose(number, found.meanGain().value(), test.size() == 0 ? Double.NaN : gains);
      assertClose(number, found.meanClosed().value(), known == 0 ? Double.NaN : closed / known);
    }
  }

  @Test
  void theOracleClosesTheWholeGapAndTheSameTrainingNone() {
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    RouterRuns oracle = RouterRuns.of(References.of(test).oracle());
    TrainingGain found =
        TrainingGain.of(
            List.of(
                new TrainingGain.Pair(argmax, oracle),
                new TrainingGain.Pair(argmax, argmax),
                new TrainingGain.Pair(oracle, argmax)),
            MANY);
    assertThat(found.rows().get(0).closed().value()).isEqualTo(1);
    assertThat(found.rows().get(0).gain().value()).isCloseTo(100 / 6.0, within(1e-9));
    assertThat(found.rows().get(1).gain()).isEqualTo(new Estimate(0, 0, 0, 6));
    assertThat(found.rows().get(2).closed().value()).isNaN();
    assertThat(found.meanClosed().value()).isEqualTo(.5);
    assertThat(found.meanGain().value()).isCloseTo(0, within(1e-9));
  }

  @Test
  void gainsAreTheSameOnAnyNumberOfThreads() throws Exception {
    List<TrainingGain.Pair> pairs = pairs(20);
    TrainingGain here = TrainingGain.of(pairs, MANY);
    ForkJoinPool pool = new ForkJoinPool(1);
    assertThat(pool.submit(() -> TrainingGain.of(pairs, MANY)).get()).isEqualTo(here);
    pool.shutdown();
  }

  @Test
  void trainingsOnOtherQueriesAreRefused() {
    RouterRuns one = pairs(1).get(0).before();
    RouterRuns other = pairs(2).get(0).after();
    assertThatThrownBy(() -> TrainingGain.of(List.of(new TrainingGain.Pair(one, other)), MANY))
        .hasMessageContaining("compared on the same test queries and pool");
  }
}
