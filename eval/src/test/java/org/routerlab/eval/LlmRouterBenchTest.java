package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** The measures of LLMRouterBench by hand on the specification's table, and in their limits. */
class LlmRouterBenchTest {

  private static final Bootstrap MANY = new Bootstrap(300, .95, new Seed(1));

  private final TestSet test = Tables.vectors();
  private final RouterRuns argmax =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));
  private final References references = References.of(test);

  @Test
  void gainsAreMeansOfTheRatiosOfBothDatasets() {
    // Accuracies 2/3 and 2/3; random 4/9 and 5/9; oracle 2/3 and 1; the best single 2/3 and 2/3.
    assertValue(argmax, LlmRouterBench.gainOverRandom(Averaging.MEAN_OF_RATIOS), .35);
    assertValue(argmax, LlmRouterBench.gapToOracle(Averaging.MEAN_OF_RATIOS), 1 / 6.0);
    assertValue(
        argmax, LlmRouterBench.gainOverBest(BestSingleBasis.TRAIN, Averaging.MEAN_OF_RATIOS), 0);
  }

  @Test
  void ratiosOfMeansAreAnotherReading() {
    assertValue(argmax, LlmRouterBench.gainOverRandom(Averaging.RATIO_OF_MEANS), 1 / 3.0);
    assertValue(argmax, LlmRouterBench.gapToOracle(Averaging.RATIO_OF_MEANS), .2);
  }

  @Test
  void aReferenceHasNoGainOverItself() {
    for (Averaging averaging : Averaging.values()) {
      assertValue(RouterRuns.of(references.random()), LlmRouterBench.gainOverRandom(averaging), 0);
      assertValue(RouterRuns.of(references.oracle()), LlmRouterBench.gapToOracle(averaging), 0);
      assertValue(
          RouterRuns.of(references.bestSingle()),
          LlmRouterBench.gainOverBest(BestSingleBasis.TRAIN, averaging),
          0);
    }
  }

  @Test
  void aDatasetNobodySolvesIsLeftOutOfTheMeanOfRatios() {
    FloatMatrix scores = FloatMatrix.of(new float[] {0, 0}, new float[] {1, 0}, new float[] {0, 0});
    OutcomeTable table = new OutcomeTable(ModelPool.of("a", "b"), scores);
    TestSet three = TestSet.of(table, Tables.queries(3, "none", "some"), table);
    RouterRuns right = RouterRuns.of(Evaluation.of("a", three, Decisions.constant(3, 0)));
    assertValue(right, LlmRouterBench.gainOverRandom(Averaging.MEAN_OF_RATIOS), 1);
    assertThat(LlmRouterBench.leftOut(three)).containsExactly("none");
    assertThat(LlmRouterBench.leftOut(three, BestSingleBasis.TRAIN)).containsExactly("none");
    assertThat(LlmRouterBench.leftOut(test)).isEmpty();
    OutcomeTable nothing =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {0, 0}));
    TestSet hopeless = TestSet.of(nothing, Tables.queries(1, "none"), nothing);
    RouterRuns wrong = RouterRuns.of(Evaluation.of("a", hopeless, Decisions.constant(1, 0)));
    for (Averaging averaging : Averaging.values()) {
      assertValue(wrong, LlmRouterBench.gainOverRandom(averaging), Double.NaN);
      assertValue(wrong, LlmRouterBench.gapToOracle(averaging), Double.NaN);
    }
  }

  @Test
  void aResampleWithoutOneOfTheDatasetsHasNoGain() {
    // Queries 0, 2 and 4 are of the first dataset, 1, 3 and 5 of the second.
    for (Averaging averaging : Averaging.values()) {
      SetMetric gap = LlmRouterBench.gapToOracle(averaging);
      assertThat(Twins.value(argmax, gap, new int[] {2, 0, 2, 0, 2, 0})).isNaN();
      assertThat(Twins.value(argmax, gap, new int[] {1, 1, 1, 1, 1, 1})).isNotNaN();
      QuerySubset first = test.subset("dataset/first");
      assertThat(Twins.value(argmax, gap.on(first), new int[] {2, 0, 2, 0, 2, 0})).isZero();
    }
    // On query 4 of the first dataset nobody is right, so that the oracle has no score there.
    int[] unsolved = {0, 1, 0, 1, 3, 1};
    SetMetric ratios = LlmRouterBench.gapToOracle(Averaging.MEAN_OF_RATIOS);
    assertThat(Twins.value(argmax, ratios, unsolved)).isNaN();
    SetMetric means = LlmRouterBench.gapToOracle(Averaging.RATIO_OF_MEANS);
    assertThat(Twins.value(argmax, means, unsolved)).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void theBestModelOfAllDatasetsMayNotBeTheBestOfAllQueries() {
    // Model a: 3/3 on the large dataset and 0 on the small; model b: 1/3 and 1.
    FloatMatrix scores =
        FloatMatrix.of(
            new float[] {1, 1}, new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1});
    OutcomeTable table = new OutcomeTable(ModelPool.of("a", "b"), scores);
    TestSet four = TestSet.of(table, Tables.queries(4, "large", "large", "large", "small"), table);
    assertThat(BestSingleBasis.TRAIN.model(four)).isZero();
    assertThat(BestSingleBasis.TEST_MEAN.model(four)).isZero();
    assertThat(BestSingleBasis.TEST_DATASET_AVERAGE.model(four)).isEqualTo(1);
  }

  @Test
  void recallIsAccuracyWhereFewModelsAreRight() {
    assertValue(argmax, ModelRecall.recall(1, 1), .5);
    assertValue(argmax, ModelRecall.recall(1, 3), .8);
    assertThat(ModelRecall.buckets(test).stream().map(QuerySubset::toString))
        .containsExactly(
            "solved-by-1 (2 queries)", "solved-by-2 (2 queries)", "solved-by-3 (1 queries)");
    assertThat(ModelRecall.recall(1, 3).name()).isEqualTo("recall-1-to-3");
  }

  @Test
  void theSweepGainsAccuracyAndSavesCost() {
    // Points (1, 1/3), (7/6, 1/2), (4/3, 2/3), (5/3, 2/3), (7/3, 5/6), (17/6, 2/3); the best single
    // (4, 2/3).
    assertValue(argmax, PerformanceCost.perfGain(BestSingleBasis.TRAIN), .25);
    assertValue(argmax, PerformanceCost.costSave(BestSingleBasis.TRAIN), 2 / 3.0);
  }

  @Test
  void aSavingIsUnknownWhereTheAccuracyIsNeverReachedAndNegativeWhereItCostsMore() {
    RouterRuns cheap = RouterRuns.of(Evaluation.of("cheap", test, Decisions.constant(6, 0)));
    assertValue(cheap, PerformanceCost.costSave(BestSingleBasis.TRAIN), Double.NaN);
    assertValue(cheap, PerformanceCost.perfGain(BestSingleBasis.TRAIN), -.5);
    FloatMatrix scores = FloatMatrix.of(new float[] {1, 1}, new float[] {1, 1});
    FloatMatrix costs = FloatMatrix.of(new float[] {1, 3}, new float[] {1, 3});
    OutcomeTable table = new OutcomeTable(ModelPool.of("a", "b"), scores, costs);
    TestSet even = TestSet.of(table, Tables.queries(2, "d"), table);
    RouterRuns dear = RouterRuns.of(Evaluation.of("dear", even, Decisions.constant(2, 1)));
    assertValue(dear, PerformanceCost.costSave(BestSingleBasis.TRAIN), -2);
  }

  @Test
  void distanceIsFromTheLinesBetweenTheFrontsPointsAndTheLevelBeyond() {
    RouterRuns single = RouterRuns.of(references.bestSingle());
    ParetoDistance found = ParetoDistance.of(test, List.of(argmax, single), MANY);
    // Normalised: (0, 0), (1/18, 1/3), (1/9, 2/3), (2/9, 2/3), (4/9, 1), (11/18, 2/3), of which the
    // fourth is off a line and the last below the level part; the single model is at (1, 2/3).
    double expected = (1 / 9.0 / Math.sqrt(2) + 1 / 3.0) / 6;
    assertThat(found.routers().get(0).configurations()).isEqualTo(6);
    assertThat(found.routers().get(0).distance().value()).isCloseTo(expected, within(1e-12));
    assertThat(found.routers().get(1).configurations()).isEqualTo(1);
    assertThat(found.routers().get(1).distance().value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(found.leastCost()).isCloseTo(1, within(1e-12));
    assertThat(found.greatestCost()).isCloseTo(4, within(1e-12));
    assertThat(found.leastAccuracy()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(found.greatestAccuracy()).isCloseTo(5 / 6.0, within(1e-12));
  }

  @Test
  void distanceSeesTheResamplesOfTheBootstrap() {
    // A lone dear router's distance on a resample is made of the resample's own points.
    RouterRuns single = RouterRuns.of(references.bestSingle());
    Estimate distance =
        ParetoDistance.of(test, List.of(argmax, single), MANY).routers().get(1).distance();
    assertThat(distance.low()).isLessThan(distance.value());
    assertThat(distance.high()).isGreaterThan(distance.value()).isLessThanOrEqualTo(Math.sqrt(2));
    assertThat(distance.n()).isEqualTo(6);
    Estimate again =
        ParetoDistance.of(test, List.of(argmax, single), MANY).routers().get(1).distance();
    assertThat(again).isEqualTo(distance);
  }

  @Test
  void routersWithHindsightArePlacedButChangeNothingForTheOthers() {
    RouterRuns single = RouterRuns.of(references.bestSingle());
    RouterRuns oracle = RouterRuns.of(references.oracle());
    RouterRuns informed =
        RouterRuns.of(Evaluation.of("informed", test, Tables.SCORES, CostBasis.REALISED));
    ParetoDistance without = ParetoDistance.of(test, List.of(argmax, single), MANY);
    ParetoDistance with = ParetoDistance.of(test, List.of(oracle, argmax, informed, single), MANY);
    assertThat(with.routers().get(1)).isEqualTo(without.routers().get(0));
    assertThat(with.routers().get(3)).isEqualTo(without.routers().get(1));
    assertThat(with.greatestAccuracy()).isEqualTo(without.greatestAccuracy());
    assertThat(with.leastCost()).isEqualTo(without.leastCost());
    assertThat(with.routers().get(0).configurations()).isPositive();
    assertThat(with.routers().get(0).distance().value()).isNegative();
  }

  @Test
  void oneModelAloneHasNoDistance() {
    FloatMatrix scores = FloatMatrix.of(new float[] {1}, new float[] {0});
    FloatMatrix costs = FloatMatrix.of(new float[] {.1f}, new float[] {.2f});
    OutcomeTable table = new OutcomeTable(ModelPool.of("a"), scores, costs);
    TestSet alone = TestSet.of(table, Tables.queries(2, "d"), table);
    RouterRuns only = RouterRuns.of(References.of(alone).bestSingle());
    Estimate distance = ParetoDistance.of(alone, List.of(only), MANY).routers().get(0).distance();
    assertThat(distance).isEqualTo(new Estimate(0, 0, 0, 2));
  }

  @Test
  void variantsSayOfWhatTheyAreReadings() {
    for (Metric metric : LlmRouterBench.metrics(test)) {
      String headline = metric.definition().variantOf();
      assertThat(metric.name()).startsWith(headline);
      assertThat(metric.name()).isNotEqualTo(headline);
    }
  }

  private static void assertValue(RouterRuns runs, Metric metric, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(NaiveTwinTest.value(runs, metric)).as(metric.name()).isNaN();
    } else {
      assertThat(NaiveTwinTest.value(runs, metric))
          .as(metric.name())
          .isCloseTo(expected, within(1e-12));
    }
  }
}
