package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Searches for small pools against brute force on random tables, and in their limits. */
class PoolCurationTest {

  private static final Bootstrap FEW = new Bootstrap(20, .95, new Seed(2));

  private static PoolSearch search(TestSet test) {
    return new PoolSearch(test.pool(), test.ranking());
  }

  private static int bits(TestSet test, List<String> members) {
    return members.stream().mapToInt(name -> 1 << test.pool().indexOf(name)).sum();
  }

  private static void assertClose(int number, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", number).isNaN();
    } else {
      assertThat(found).as("table %d", number).isCloseTo(expected, within(1e-9));
    }
  }

  /** Predictions on training rows; by turns none, one run or two. */
  private static List<FloatMatrix> predictions(int number, OutcomeTable train) {
    SplittableRandom random = new Seed(number).stream("pools");
    List<FloatMatrix> predictions = new ArrayList<>();
    for (int run = 0; run < number % 3; run++) {
      predictions.add(
          Tables.matrix(train.size(), train.pool().size(), () -> random.nextInt(4) / 4f));
    }
    return predictions;
  }

  private static PoolValue value(OutcomeTable train, List<FloatMatrix> runs, TestSet test) {
    return runs.isEmpty() ? PoolValue.oracle(train) : PoolValue.routed(train, runs, test.ranking());
  }

  @Test
  void greedyPoolsAgreeWithTheirTwin() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<FloatMatrix> runs = predictions(number, table.train());
      NaivePools naive = new NaivePools(test, table.train(), runs);
      int most = test.pool().size();
      List<SubPool> found = search(test).greedy(value(table.train(), runs, test), most);
      assertThat(found).hasSize(most);
      List<String> order = naive.greedy(most);
      for (int size = 1; size <= most; size++) {
        SubPool pool = found.get(size - 1);
        assertThat(pool.members()).as("table %d", number).isEqualTo(order.subList(0, size));
        assertClose(number, pool.value(), naive.value(bits(test, pool.members())));
      }
    }
  }

  @Test
  void exactPoolsAgreeWithBruteForce() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<FloatMatrix> runs = predictions(number, table.train());
      NaivePools naive = new NaivePools(test, table.train(), runs);
      int size = 1 + number % Math.min(4, test.pool().size());
      SubPool found = search(test).exact(value(table.train(), runs, test), size, 1000);
      assertThat(found.members()).as("table %d", number).isEqualTo(naive.best(size));
      assertClose(number, found.value(), naive.value(bits(test, found.members())));
    }
  }

  @Test
  void byTheOracleGreedyIsNeverAboveExactAndNeverFarBelow() {
    int below = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      PoolValue oracle = PoolValue.oracle(table.train());
      List<SubPool> greedy = search(test).greedy(oracle, test.pool().size());
      for (int size = 1; size <= test.pool().size(); size++) {
        double best = search(test).exact(oracle, size, 1000).value();
        double found = greedy.get(size - 1).value();
        if (!Double.isNaN(best)) {
          assertThat(found).isBetween((1 - 1 / Math.E) * best, best);
          below += found < best ? 1 : 0;
        }
      }
    }
    assertThat(below).isPositive();
  }

  @Test
  void greedyMissesAPairThatOnlyWorksTogether() {
    // The broad model covers 4 of 6; the two others cover 3 each and all together.
    FloatMatrix scores =
        FloatMatrix.of(
            new float[] {1, 1, 0},
            new float[] {1, 1, 0},
            new float[] {1, 0, 1},
            new float[] {1, 0, 1},
            new float[] {0, 1, 0},
            new float[] {0, 0, 1});
    OutcomeTable train = new OutcomeTable(ModelPool.of("broad", "left", "right"), scores);
    PoolSearch search = new PoolSearch(train.pool(), ModelRanking.of(train));
    PoolValue oracle = PoolValue.oracle(train);
    List<SubPool> greedy = search.greedy(oracle, 2);
    assertThat(greedy.get(0)).isEqualTo(new SubPool(List.of("broad"), 4 / 6.0));
    assertThat(greedy.get(1)).isEqualTo(new SubPool(List.of("broad", "left"), 5 / 6.0));
    assertThat(search.exact(oracle, 2, 3)).isEqualTo(new SubPool(List.of("left", "right"), 1));
  }

  @Test
  void figuresOnTestAgreeWithTheirTwins() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<SubPool> pools =
          search(test).greedy(PoolValue.oracle(table.train()), test.pool().size());
      PoolCurve curve = PoolCurve.of(test, pools, table.runs(test), FEW);
      NaivePools oracle = new NaivePools(test, table.test(), List.of());
      NaivePools routed = new NaivePools(test, table.test(), table.predictions());
      int all = (1 << test.pool().size()) - 1;
      assertThat(curve.steps()).hasSameSizeAs(pools);
      for (PoolCurve.Step step : curve.steps()) {
        int bits = bits(test, step.pool().members());
        assertClose(number, step.oracle().value(), oracle.value(bits));
        assertClose(number, step.oracleChange().value(), oracle.value(bits) - oracle.value(all));
        assertClose(number, step.routed().value(), routed.value(bits));
        assertClose(number, step.routedChange().value(), routed.value(bits) - routed.value(all));
        int best = -1;
        for (int rank = test.pool().size() - 1; rank >= 0; rank--) {
          int model = test.ranking().model(rank);
          best = (bits >> model & 1) == 1 ? model : best;
        }
        assertClose(number, step.bestSingle().value(), oracle.value(1 << best));
        assertThat(step.oracle().n()).isEqualTo(test.size());
      }
    }
  }

  @Test
  void theWholePoolIsTheRouterItself() {
    TestSet test = Tables.vectors();
    RouterRuns argmax = RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
    List<SubPool> pools = search(test).greedy(value -> value.length, 3);
    PoolCurve.Step whole = PoolCurve.of(test, pools, argmax, FEW).steps().get(2);
    assertThat(whole.size()).isEqualTo(3);
    assertThat(whole.routed()).isEqualTo(FEW.estimate(argmax, Metrics.accuracy()));
    assertThat(whole.routedChange()).isEqualTo(new Estimate(0, 0, 0, 6));
    assertThat(whole.oracleChange()).isEqualTo(new Estimate(0, 0, 0, 6));
    assertThat(whole.oracle().value()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(whole.bestSingle().value()).isCloseTo(4 / 6.0, within(1e-12));
  }

  @Test
  void withoutPredictionsNothingIsRouted() {
    TestSet test = Tables.vectors();
    List<SubPool> pools = List.of(new SubPool(List.of("c", "a"), .5));
    RouterRuns decided = RouterRuns.of(Evaluation.of("d", test, Decisions.constant(6, 0)));
    assertThat(PoolCurve.of(test, pools, FEW).steps().get(0).routed().value()).isNaN();
    assertThat(PoolCurve.of(test, pools, decided, FEW).steps().get(0).routed().value()).isNaN();
    assertThat(PoolCurve.of(test, List.of(), FEW).steps()).isEmpty();
  }

  @Test
  void withoutACompleteRowTheRankingDecides() {
    OutcomeTable sparse =
        new OutcomeTable(
            ModelPool.of("a", "b", "c"),
            FloatMatrix.of(new float[] {Float.NaN, 1, 0}, new float[] {.5f, Float.NaN, 0}));
    PoolSearch search = new PoolSearch(sparse.pool(), ModelRanking.of(sparse));
    PoolValue oracle = PoolValue.oracle(sparse);
    assertThat(search.greedy(oracle, 2).get(1).members()).containsExactly("b", "a");
    SubPool exact = search.exact(oracle, 2, 3);
    assertThat(exact.members()).containsExactly("b", "a");
    assertThat(exact.value()).isNaN();
  }

  @Test
  void aPoolWithoutAValueIsBelowEveryOther() {
    OutcomeTable train = new OutcomeTable(ModelPool.of("a", "b", "c"), Tables.SCORES);
    PoolSearch search = new PoolSearch(train.pool(), ModelRanking.of(train));
    // The ranking is c, b, a; pools with c have no value.
    PoolValue value =
        members -> IntStream.of(members).anyMatch(m -> m == 2) ? Double.NaN : -members[0];
    assertThat(search.exact(value, 1, 3).members()).containsExactly("a");
    assertThat(search.exact(value, 2, 3).members()).containsExactly("b", "a");
    assertThat(search.greedy(value, 2).get(1).members()).containsExactly("a", "b");
  }

  @Test
  void tooManyPoolsAreRefused() {
    ModelPool pool = new ModelPool(IntStream.range(0, 112).mapToObj(m -> "m" + m).toList());
    OutcomeTable train = new OutcomeTable(pool, Tables.matrix(2, 112, () -> 1f));
    PoolSearch search = new PoolSearch(pool, ModelRanking.of(train));
    assertThatThrownBy(() -> search.exact(PoolValue.oracle(train), 5, 1_000_000))
        .hasMessageContaining(
            "at most 1000000 pools but 134153712 are of 5 of 112 models; search greedily");
    assertThatThrownBy(() -> search.exact(PoolValue.oracle(train), 56, Long.MAX_VALUE))
        .hasMessageContaining("pools but");
    assertThatThrownBy(() -> search.greedy(PoolValue.oracle(train), 113))
        .hasMessageContaining("mostModels must be in [1, 112] but is 113");
    assertThat(search.exact(PoolValue.oracle(train), 1, 112).members()).containsExactly("m0");
  }

  @Test
  void predictionsOfAnotherShapeAreRefused() {
    OutcomeTable train = new OutcomeTable(ModelPool.of("a", "b", "c"), Tables.SCORES);
    ModelRanking ranking = ModelRanking.of(train);
    assertThatThrownBy(
            () -> PoolValue.routed(train, List.of(Tables.matrix(5, 3, () -> 0f)), ranking))
        .hasMessageContaining("prediction rows must equal outcome rows but are 5 and 6");
    assertThatThrownBy(() -> PoolValue.routed(train, List.of(), ranking))
        .hasMessageContaining("runs must be > 0");
  }

  @Test
  void searchesAreTheSameOnAnyNumberOfThreads() throws Exception {
    Tables.Case table = Tables.random(5);
    TestSet test = table.testSet();
    PoolValue oracle = PoolValue.oracle(table.train());
    int size = Math.min(3, test.pool().size());
    SubPool exact = search(test).exact(oracle, size, 1000);
    List<SubPool> greedy = search(test).greedy(oracle, size);
    for (int threads : new int[] {1, 3}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertThat(pool.submit(() -> search(test).exact(oracle, size, 1000)).get()).isEqualTo(exact);
      assertThat(pool.submit(() -> search(test).greedy(oracle, size)).get()).isEqualTo(greedy);
      pool.shutdown();
    }
  }
}
