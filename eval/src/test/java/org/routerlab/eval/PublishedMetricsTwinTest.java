package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.routerlab.eval.LlmRouterBenchTwinTest.assertAgrees;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;

/** The readings of accuracy and cost, RouterArena and RouterEval agree with their naive twins. */
class PublishedMetricsTwinTest {

  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));

  @Test
  void accuraciesAtThresholdsAgree() {
    assertAgrees(RoutingAccuracy.correct(Correctness.HALF), n -> readings(n).correct(y -> y >= .5));
    assertAgrees(
        RoutingAccuracy.correct(Correctness.ABOVE_ZERO), n -> readings(n).correct(y -> y > 0));
    assertAgrees(RoutingAccuracy.correct(Correctness.FULL), n -> readings(n).correct(y -> y >= 1));
    assertAgrees(
        RoutingAccuracy.correct(Map.of("a", .7, "b", .7, "c", .7, "d", .7)),
        n -> readings(n).correct(y -> y >= .7));
    assertAgrees(RoutingAccuracy.correct(Map.of()), n -> readings(n).correct(y -> y >= .5));
  }

  @Test
  void accuracyAtTheQuantileOfAllScoresAgrees() {
    assertAgrees(RoutingAccuracy.correctAtQuantile(), n -> readings(n).correctAtQuantile());
  }

  @Test
  void matchesAndAgreementsAgree() {
    assertAgrees(RoutingAccuracy.bestMatch(), n -> readings(n).bestMatch());
    assertAgrees(RoutingAccuracy.rankedBestMatch(), n -> readings(n).rankedBestMatch());
    assertAgrees(RoutingAccuracy.decisiveAgreement(), n -> readings(n).decisiveAgreement());
  }

  @Test
  void oracleCostsAgree() {
    assertAgrees(
        OracleCost.cheapestCorrect(Correctness.HALF),
        n -> readings(n).oracleCost(y -> y >= .5, false));
    assertAgrees(
        OracleCost.cheapestCorrect(Correctness.ABOVE_ZERO),
        n -> readings(n).oracleCost(y -> y > 0, false));
    assertAgrees(
        OracleCost.cheapestCorrect(Correctness.FULL),
        n -> readings(n).oracleCost(y -> y >= 1, false));
    assertAgrees(OracleCost.nothingUnsolved(), n -> readings(n).oracleCost(y -> y >= .5, true));
    assertAgrees(OracleCost.randomBest(), n -> readings(n).randomBestCost());
  }

  @Test
  void optimalityAgreesOverBothSetsOfQueries() {
    for (ArenaOptimality.Over over : ArenaOptimality.Over.values()) {
      boolean answered = over == ArenaOptimality.Over.ANSWERED;
      assertAgrees(ArenaOptimality.selection(over), n -> arena(n).optimality(answered)[0]);
      assertAgrees(ArenaOptimality.accuracy(over), n -> arena(n).optimality(answered)[1]);
      assertAgrees(ArenaOptimality.cost(over), n -> arena(n).optimality(answered)[2]);
    }
  }

  @Test
  void arenaScoresAgreeAtCostsOfEveryMagnitude() {
    int inside = 0;
    int unknown = 0;
    for (int number = 0; number < 400; number++) {
      Tables.Case table = Tables.random(number);
      // From far below $0.0044 for 1000 queries to far above $200.
      float factor = (float) Math.pow(10, number % 8 - 6.5);
      TestSet test = table.testSet();
      if (!test.hasCosts()) {
        continue;
      }
      Tables.Case cheaper =
          new Tables.Case(
              scaled(table.train(), factor),
              table.queries(),
              scaled(table.test(), factor),
              table.predictions());
      test = cheaper.testSet();
      RouterRuns runs = cheaper.runs(test);
      NaiveArena naive = arena(new NaiveRuns(test, runs));
      double clamped = naive.score(true);
      double unclamped = naive.score(false);
      assertSame(number, NaiveTwinTest.value(runs, RouterArena.arena()), clamped);
      assertSame(number, NaiveTwinTest.value(runs, RouterArena.arenaUnclamped()), unclamped);
      inside += clamped > 0 && Math.abs(clamped - unclamped) < 1e-9 ? 1 : 0;
      unknown += Double.isNaN(unclamped) ? 1 : 0;
    }
    assertThat(inside).isGreaterThan(100);
    assertThat(unknown).isGreaterThan(10);
  }

  @Test
  void routerEvalAgrees() {
    Map<String, Double> references = Map.of("a", .5, "c", .25);
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.size() == 0) {
        continue;
      }
      RouterRuns runs = table.runs(test);
      NaiveRuns plain = new NaiveRuns(test, runs);
      NaiveRouterEval naive = new NaiveRouterEval(plain, runs);
      assertSame(
          number,
          NaiveTwinTest.value(runs, RouterEval.referenceValue(new ReferenceAccuracies(references))),
          naive.referenceValue(references));
      assertSame(
          number,
          NaiveTwinTest.value(runs, RouterEval.bestValue(BestSingleBasis.TEST_MEAN)),
          naive.bestValue(plain.testBest()));
      assertSame(
          number,
          NaiveTwinTest.value(runs, RouterEval.bestValue(BestSingleBasis.TRAIN)),
          naive.bestValue(plain.trainBest()));
      assertSame(
          number,
          NaiveTwinTest.value(runs, RouterEval.predictionEntropy()),
          naive.softmaxEntropy());
      assertSame(
          number,
          NaiveTwinTest.value(runs, RouterEval.predictionEntropyOfShares()),
          naive.sharesEntropy());
    }
  }

  @Test
  void robustnessAgrees() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns original = table.runs(test);
      SplittableRandom random = new Seed(number).stream("perturbed");
      int levels = 1 + random.nextInt(3);
      List<RouterRuns> perturbed =
          List.of(perturbed(table, test, random, levels), perturbed(table, test, random, levels));
      double same = 0;
      double matched = 0;
      for (RouterRuns runs : perturbed) {
        for (int run = 0; run < original.seeds().size(); run++) {
          for (int i = 0; i < test.size(); i++) {
            int before = original.seeds().get(run).selection().decisions().model(i);
            int after = runs.seeds().get(run).selection().decisions().model(i);
            same += before == after ? 1 : 0;
            matched++;
          }
        }
      }
      double expected = matched == 0 ? Double.NaN : same / matched;
      assertSame(number, Robustness.of(original, perturbed, ONCE).value(), expected);
    }
  }

  private static RouterRuns perturbed(
      Tables.Case table, TestSet test, SplittableRandom random, int levels) {
    return new RouterRuns(
        "router",
        table.predictions().stream()
            .map(
                p ->
                    Evaluation.of(
                        "router",
                        test,
                        Tables.matrix(
                            p.rows(), p.columns(), () -> (float) random.nextInt(levels + 1))))
            .toList());
  }

  private static OutcomeTable scaled(OutcomeTable table, float factor) {
    int models = table.pool().size();
    int[] next = {0};
    return new OutcomeTable(
        table.pool(),
        table.scores(),
        Tables.matrix(
            table.size(),
            models,
            () -> {
              int cell = next[0]++;
              return factor * table.cost(cell / models, cell % models);
            }));
  }

  private static NaiveReadings readings(NaiveRuns naive) {
    return new NaiveReadings(naive);
  }

  private static NaiveArena arena(NaiveRuns naive) {
    return new NaiveArena(naive);
  }

  private static void assertSame(int table, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as("table %d", table).isNaN();
    } else {
      assertThat(found).as("table %d", table).isCloseTo(expected, within(1e-9));
    }
  }
}
