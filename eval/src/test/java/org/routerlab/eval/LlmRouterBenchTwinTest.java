package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

/** The measures of LLMRouterBench agree with their naive twins on random tables. */
class LlmRouterBenchTwinTest {

  private static final int TABLES = 200;
  private static final Bootstrap ONCE = new Bootstrap(1, .95, new Seed(1));

  @Test
  void gainsOverRandomAgree() {
    assertRatios(LlmRouterBench::gainOverRandom, naive -> twin(naive)::random, x -> x - 1);
  }

  @Test
  void gainsOverTheBestSingleModelAgree() {
    assertRatios(
        averaging -> LlmRouterBench.gainOverBest(BestSingleBasis.TRAIN, averaging),
        naive -> i -> naive.y[i][naive.trainBest()],
        x -> x - 1);
    assertRatios(
        averaging -> LlmRouterBench.gainOverBest(BestSingleBasis.TEST_MEAN, averaging),
        naive -> i -> naive.y[i][naive.testBest()],
        x -> x - 1);
    assertRatios(
        averaging -> LlmRouterBench.gainOverBest(BestSingleBasis.TEST_DATASET_AVERAGE, averaging),
        naive -> {
          int best = twin(naive).averageBest();
          return i -> naive.y[i][best];
        },
        x -> x - 1);
  }

  @Test
  void gapsToTheOracleAgree() {
    assertRatios(LlmRouterBench::gapToOracle, naive -> naive::oracle, x -> 1 - x);
  }

  @Test
  void onAResampleTheDatasetsAreThoseOfTheWholeTestSet() {
    int finite = 0;
    int unknown = 0;
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.size() == 0) {
        continue;
      }
      RouterRuns runs = table.runs(test);
      NaiveRuns naive = new NaiveRuns(test, runs);
      int[] counts = Twins.counts(number, test.size());
      for (Averaging averaging : Averaging.values()) {
        boolean ofRatios = averaging == Averaging.MEAN_OF_RATIOS;
        Metric gain = LlmRouterBench.gainOverBest(BestSingleBasis.TRAIN, averaging);
        Metric gap = LlmRouterBench.gapToOracle(averaging);
        int best = naive.trainBest();
        double toBest = twin(naive).resampled(ofRatios, counts, i -> naive.y[i][best]);
        double toOracle = twin(naive).resampled(ofRatios, counts, naive::oracle);
        assertClose(number, Twins.value(runs, gain, counts), toBest - 1);
        assertClose(number, Twins.value(runs, gap, counts), 1 - toOracle);
        boolean isKnown = !Double.isNaN(twin(naive).meanOfRatios(naive::oracle));
        finite += Double.isNaN(toOracle) ? 0 : 1;
        unknown += Double.isNaN(toOracle) && isKnown ? 1 : 0;
      }
    }
    assertThat(finite).isGreaterThan(200);
    assertThat(unknown).as("resamples without one of the datasets").isGreaterThan(20);
  }

  @Test
  void recallAgrees() {
    assertAgrees(ModelRecall.recall(1, 1), naive -> twin(naive).recall(1, 1));
    assertAgrees(ModelRecall.recall(1, 3), naive -> twin(naive).recall(1, 3));
    assertAgrees(ModelRecall.recall(2, 2), naive -> twin(naive).recall(2, 2));
  }

  @Test
  void accuracyOnEveryBucketAgreesAndBucketsCoverTheSolvableQueries() {
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      RouterRuns runs = table.runs(test);
      NaiveRuns naive = new NaiveRuns(test, runs);
      int covered = 0;
      for (QuerySubset bucket : ModelRecall.buckets(test)) {
        int k = Integer.parseInt(bucket.name().substring("solved-by-".length()));
        Estimate found = ONCE.estimate(runs, Metrics.accuracy().on(bucket));
        assertClose(number, found.value(), twin(naive).recall(k, k));
        covered += found.n();
      }
      int unsolvable = test.subset("unsolvable").size();
      assertThat(covered + unsolvable).isEqualTo(test.size());
    }
  }

  @Test
  void performanceGainsAndCostSavingsAgree() {
    assertAgrees(
        PerformanceCost.perfGain(BestSingleBasis.TRAIN),
        naive -> twin(naive).perfGain(naive.trainBest()));
    assertAgrees(
        PerformanceCost.perfGain(BestSingleBasis.TEST_MEAN),
        naive -> twin(naive).perfGain(naive.testBest()));
    assertAgrees(
        PerformanceCost.costSave(BestSingleBasis.TRAIN),
        naive -> twin(naive).costSave(naive.trainBest()));
    assertAgrees(
        PerformanceCost.costSave(BestSingleBasis.TEST_MEAN),
        naive -> twin(naive).costSave(naive.testBest()));
  }

  @Test
  void distancesFromTheParetoFrontAgree() {
    int compared = 0;
    int beyond = 0;
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      List<RouterRuns> routers = new ArrayList<>(List.of(table.runs(test)));
      References references = References.of(test);
      routers.add(RouterRuns.of(references.oracle()));
      routers.add(RouterRuns.of(references.heuristic()));
      ParetoDistance found = ParetoDistance.of(test, routers, ONCE);
      if (!test.hasCosts()) {
        assertThat(found.routers()).allMatch(place -> Double.isNaN(place.distance().value()));
        continue;
      }
      List<List<double[]>> own = new ArrayList<>();
      List<double[]> all = new ArrayList<>();
      for (RouterRuns runs : routers) {
        own.add(twin(new NaiveRuns(test, runs)).configurations());
        if (!runs.router().equals("oracle")) {
          all.addAll(own.get(own.size() - 1));
        }
      }
      all.addAll(twin(new NaiveRuns(test, routers.get(0))).singleModels());
      for (int router = 0; router < routers.size(); router++) {
        ParetoDistance.Place place = found.routers().get(router);
        assertThat(place.configurations()).isEqualTo(own.get(router).size());
        double expected = NaiveLlmRouterBench.paretoDistance(own.get(router), all);
        assertClose(number, place.distance().value(), expected);
        compared += expected > 1e-6 ? 1 : 0;
        beyond += expected < -1e-6 ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(beyond).as("oracles beyond the front").isGreaterThan(50);
  }

  private interface ByAveraging {
    Metric of(Averaging averaging);
  }

  private interface Reference {
    IntToDoubleFunction of(NaiveRuns naive);
  }

  private interface Figure {
    double of(double ratio);
  }

  private static void assertRatios(ByAveraging metric, Reference reference, Figure figure) {
    assertAgrees(
        metric.of(Averaging.MEAN_OF_RATIOS),
        naive -> figure.of(twin(naive).meanOfRatios(reference.of(naive))));
    assertAgrees(
        metric.of(Averaging.RATIO_OF_MEANS),
        naive -> figure.of(twin(naive).ratioOfMeans(reference.of(naive))));
  }

  static void assertAgrees(Metric metric, ToDoubleFunction<NaiveRuns> twin) {
    int compared = 0;
    for (int number = 0; number < TABLES; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (metric.definition().needsCosts() && !test.hasCosts()) {
        continue;
      }
      RouterRuns runs = table.runs(test);
      double expected =
          test.size() == 0 ? Double.NaN : twin.applyAsDouble(new NaiveRuns(test, runs));
      assertClose(number, NaiveTwinTest.value(runs, metric), expected);
      compared += Double.isNaN(expected) ? 0 : 1;
    }
    assertThat(compared).as("tables with a value").isGreaterThan(60);
  }

  private static NaiveLlmRouterBench twin(NaiveRuns naive) {
    return new NaiveLlmRouterBench(naive);
  }

  private static void assertClose(int table, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as("table %d", table).isNaN();
    } else {
      assertThat(actual).as("table %d", table).isCloseTo(expected, within(1e-9));
    }
  }
}
