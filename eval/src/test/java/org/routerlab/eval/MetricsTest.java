package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.routerlab.eval.NaiveTwinTest.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** The specification's test vectors, and what metrics do where their formula has no value. */
class MetricsTest {

  private final TestSet test = Tables.vectors();
  private final Evaluation argmax = Evaluation.of("argmax", test, Tables.PREDICTIONS);
  private final RouterRuns router = RouterRuns.of(argmax);
  private final References references = References.of(test);

  @Test
  void accuracyAndItsReferencesMatchTheVectors() {
    assertThat(argmax.selection().decisions()).isEqualTo(Decisions.of(0, 1, 2, 2, 2, 1));
    assertValue(router, Metrics.accuracy(), 2 / 3.0);
    assertValue(router, Metrics.meanCost(), 17 / 6.0);
    assertValue(RouterRuns.of(references.oracle()), Metrics.accuracy(), 5 / 6.0);
    assertValue(RouterRuns.of(references.random()), Metrics.accuracy(), 1 / 2.0);
    assertValue(RouterRuns.of(references.bestSingle()), Metrics.accuracy(), 2 / 3.0);
    assertThat(List.of(test.trainMean(0), test.trainMean(1), test.trainMean(2)))
        .containsExactly(1 / 3.0, 1 / 2.0, 2 / 3.0);
  }

  @Test
  void gapsMatchTheVectors() {
    assertValue(router, Metrics.oracleGap(), 100 / 6.0);
    assertValue(router, Metrics.gapClosed(), 0);
    assertValue(RouterRuns.of(references.oracle()), Metrics.gapClosed(), 1);
  }

  @Test
  void strataMatchTheVectors() {
    assertThat(test.subset("hard").rows()).containsExactly(2, 3);
    assertThat(test.subset("easy").rows()).containsExactly(0, 1, 5);
    assertThat(test.subset("unsolvable").rows()).containsExactly(4);
    assertValue(router, Metrics.accuracy().on(test.subset("hard")), .5);
    assertValue(router, Metrics.accuracy().on(test.subset("easy")), 1);
    assertValue(router, Metrics.accuracy().on(test.subset("unsolvable")), 0);
  }

  @Test
  void aCascadeMayPayForMoreThanTheScaleOfCostsHolds() {
    int[][] all = {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}};
    Decisions answers = Decisions.constant(6, 2);
    Evaluation cascade = Evaluation.ofCascade("all", test, answers, all, false);
    assertValue(RouterRuns.of(cascade), Metrics.utility(.9), .1 * 2 / 3 - .9 * 7 / 4);
  }

  @Test
  void utilitiesMatchTheVectors() {
    assertThat(argmax.choose(.2).decisions()).isEqualTo(Decisions.of(0, 1, 1, 0, 1, 1));
    assertThat(argmax.choose(.5).decisions()).isEqualTo(Decisions.of(0, 1, 0, 0, 0, 1));
    assertThat(argmax.choose(.7).decisions()).isEqualTo(Decisions.of(0, 0, 0, 0, 0, 0));
    assertValue(router, Metrics.utility(.2), .45);
    assertValue(router, Metrics.utility(.5), 1 / 6.0);
    assertValue(router, Metrics.utility(.7), -.075);
  }

  @Test
  void budgetCurveMatchesTheVectors() {
    assertThat(test.budgets()).containsExactly(1, 2, 4);
    assertThat(BudgetMetrics.trapezoidWeights(test.budgets()))
        .containsExactly(new double[] {1 / 6.0, 1 / 2.0, 1 / 3.0}, within(1e-12));
    assertValue(router, Metrics.budgetArea(), 11 / 18.0);
    assertValue(router, Metrics.budgetMean(), 5 / 9.0);
    assertValue(router, Metrics.budgetPeak(), 2 / 3.0);
    assertValue(router, Metrics.heuristicAgreement(), .5);
    assertValue(router, Metrics.budgetHeuristicAgreement(), .722222222222);
  }

  @Test
  void selectionMatchesTheVectors() {
    assertValue(router, Metrics.selectionEntropy(), 1.459147917);
    assertValue(router, Metrics.selectionShare(test, 2), .5);
    assertValue(RouterRuns.of(references.random()), Metrics.selectionShare(test, 2), 1 / 3.0);
    assertValue(RouterRuns.of(references.random()), Metrics.selectionEntropy(), 1.584962501);
  }

  @Test
  void lambdaCurveGoesFromTheCheapestModelToTheBest() {
    // By falling weight: (1, 1/3), (4/3, 2/3), (5/3, 2/3), (7/3, 5/6), (17/6, 2/3); interval [1,
    // 4].
    double area = 1 / 3.0 * (1 / 2.0) + 1 * (3 / 4.0) + (4 - 7 / 3.0) * (5 / 6.0);
    assertValue(router, Metrics.lambdaPeak(), 5 / 6.0);
    assertValue(router, Metrics.lambdaArea(), area / 3);
    assertValue(router, Metrics.qnc(), (4 / 3.0) / 4);
  }

  @Test
  void qualityNeutralCostOfTheBestSingleModelIsOne() {
    assertValue(RouterRuns.of(references.bestSingle()), Metrics.qnc(), 1);
  }

  @Test
  void qualityNeutralCostIsInfiniteForARouterThatNeverGetsThere() {
    Evaluation cheap = Evaluation.of("cheap", test, Decisions.constant(6, 0));
    assertValue(RouterRuns.of(cheap), Metrics.qnc(), Double.POSITIVE_INFINITY);
  }

  @Test
  void aRouterThatDecidesByItselfHasNoValueUnderABudget() {
    RouterRuns decided = RouterRuns.of(Evaluation.of("decided", test, Decisions.constant(6, 1)));
    assertValue(decided, Metrics.budgetArea(), Double.NaN);
    assertValue(decided, Metrics.budgetMean(), Double.NaN);
    assertValue(decided, Metrics.budgetPeak(), Double.NaN);
    assertValue(decided, Metrics.budgetHeuristicAgreement(), Double.NaN);
    assertValue(decided, Metrics.utility(.5), .5 * .5 - .5 * .5);
  }

  @Test
  void everyMetricIsNaNWithoutACompleteRow() {
    OutcomeTable sparse =
        new OutcomeTable(
            ModelPool.of("a", "b", "c"), FloatMatrix.of(new float[] {Float.NaN, 1, 0}));
    TestSet empty = TestSet.of(sparse, Tables.queries(1, "d"), sparse);
    assertThat(empty.size()).isZero();
    assertThat(empty.leftOut()).isEqualTo(1);
    FloatMatrix predictions = FloatMatrix.of(new float[] {.1f, .2f, .3f});
    RouterRuns runs = RouterRuns.of(Evaluation.of("r", empty, predictions));
    for (Metric metric : Metrics.standard(empty)) {
      assertThat(value(runs, metric)).as(metric.name()).isNaN();
    }
    References.of(empty).runs().forEach(r -> assertThat(value(r, Metrics.accuracy())).isNaN());
  }

  @Test
  void everyMetricHasAUniqueNameAndSubset() {
    List<String> keys =
        Metrics.standard(test, 0, .2, .5).stream().map(m -> m.name() + " " + m.subset()).toList();
    assertThat(keys).doesNotHaveDuplicates().contains("utility-0 all", "utility-0.2 all");
  }

  @Test
  void metricsOfCostAreAbsentWithoutCosts() {
    OutcomeTable free = new OutcomeTable(ModelPool.of("a", "b", "c"), Tables.SCORES);
    TestSet set = TestSet.of(free, Tables.queries(6, "d"), free);
    assertThat(Metrics.standard(set, .5)).noneMatch(m -> m.definition().needsCosts());
  }

  @Test
  void utilityWithoutCostWeightIsTheAccuracy() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        RouterRuns runs = table.runs(set);
        assertThat(value(runs, Metrics.utility(0)))
            .isEqualTo(Double.valueOf(value(runs, Metrics.accuracy())));
      }
    }
  }

  @Test
  void noRouterIsAboveTheOracle() {
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        RouterRuns runs = table.runs(set);
        RouterRuns oracle = RouterRuns.of(References.of(set).oracle());
        List<Metric> metrics =
            List.of(
                Metrics.accuracy(),
                Metrics.utility(.3),
                Metrics.utility(.8),
                Metrics.budgetMean(),
                Metrics.budgetPeak(),
                Metrics.lambdaPeak());
        for (Metric metric : metrics) {
          assertThat(value(runs, metric))
              .as("%s on table %d", metric.name(), number)
              .isLessThanOrEqualTo(value(oracle, metric) + 1e-12);
        }
      }
    }
  }

  private static void assertValue(RouterRuns runs, Metric metric, double expected) {
    double actual = value(runs, metric);
    if (Double.isFinite(expected)) {
      assertThat(actual).as(metric.name()).isCloseTo(expected, within(1e-9));
    } else {
      assertThat(actual).as(metric.name()).isEqualTo(Double.valueOf(expected));
    }
  }
}
