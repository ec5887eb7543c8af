package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

class EvaluationTest {

  private final TestSet test = Tables.vectors();

  @Test
  void aTieGoesToTheHigherTrainMean() {
    FloatMatrix even = Tables.matrix(6, 3, () -> .5f);
    assertThat(Evaluation.of("even", test, even).selection().decisions())
        .isEqualTo(Decisions.constant(6, 2));
  }

  @Test
  void atFullCostWeightTheCheapestModelIsChosen() {
    assertThat(Evaluation.of("r", test, Tables.PREDICTIONS).choose(1).decisions())
        .isEqualTo(Decisions.constant(6, 0));
  }

  @Test
  void budgetsMaskDearerModels() {
    List<Selection> within = Evaluation.of("r", test, Tables.PREDICTIONS).withinBudgets();
    assertThat(within).hasSize(3);
    assertThat(within.get(0).decisions()).isEqualTo(Decisions.constant(6, 0));
    assertThat(within.get(1).decisions()).isEqualTo(Decisions.of(0, 1, 1, 0, 1, 1));
    assertThat(within.get(2).decisions()).isEqualTo(Decisions.of(0, 1, 2, 2, 2, 1));
  }

  @Test
  void everyPointOfTheSweepIsWhatItsCostWeightChooses() {
    for (int number = 0; number < 60; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        Evaluation router = table.runs(set).seeds().get(0);
        double[] lambdas = Lambdas.sweep();
        for (int step = 0; step < lambdas.length; step += 7) {
          assertThat(router.lambdaSweep().at(step).decisions())
              .isEqualTo(router.choose(lambdas[step]).decisions());
        }
      }
    }
  }

  @Test
  void aDrawHasTheExpectedScoreAndCost() {
    Evaluation random = References.of(test).random();
    assertThat(random.selection().isDecided()).isFalse();
    assertThat(random.score(1)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(random.cost(1)).isCloseTo(7 / 3.0, within(1e-12));
    assertThat(random.withinBudgets().get(1).share(0, 1)).isEqualTo(.5);
    assertThatThrownBy(() -> random.selection().decisions())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theOracleTakesTheCheapestCorrectModelAndElseTheCheapest() {
    Evaluation oracle = References.of(test).oracle();
    assertThat(oracle.selection().decisions()).isEqualTo(Decisions.of(0, 1, 2, 0, 0, 1));
    assertThat(oracle.isDeployable()).isFalse();
  }

  @Test
  void theDatasetOracleTakesTheBestModelOfEachDataset() {
    // first = rows 0, 2, 4: means 1/3, 1/3, 2/3; second = rows 1, 3, 5: means 1/3, 2/3, 2/3.
    assertThat(References.of(test).datasetOracle().selection().decisions())
        .isEqualTo(Decisions.constant(6, 2));
  }

  @Test
  void theHeuristicTakesTheBestTrainedModelWithinTheBudget() {
    List<Selection> within = References.of(test).heuristic().withinBudgets();
    for (int model = 0; model < 3; model++) {
      assertThat(within.get(model).decisions()).isEqualTo(Decisions.constant(6, model));
    }
  }

  @Test
  void theBestSingleModelOfTestMayDifferFromThatOfTraining() {
    OutcomeTable train =
        new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {1, 0}));
    OutcomeTable outcomes =
        new OutcomeTable(
            ModelPool.of("a", "b"), FloatMatrix.of(new float[] {0, 1}, new float[] {1, 1}));
    References references = References.of(TestSet.of(train, Tables.queries(2, "d"), outcomes));
    assertThat(references.bestSingle().selection().decisions()).isEqualTo(Decisions.of(0, 0));
    assertThat(references.bestSingleTest().selection().decisions()).isEqualTo(Decisions.of(1, 1));
    assertThat(references.bestSingleTest().isDeployable()).isFalse();
  }

  @Test
  void costWeightsWithoutCostsAreRefused() {
    OutcomeTable free = new OutcomeTable(ModelPool.of("a", "b", "c"), Tables.SCORES);
    TestSet set = TestSet.of(free, Tables.queries(6, "d"), free);
    Evaluation router = Evaluation.of("r", set, Tables.PREDICTIONS);
    assertThat(router.choose(0).decisions()).isEqualTo(router.selection().decisions());
    assertThatThrownBy(() -> router.choose(.5)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(router::withinBudgets).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDecisionOutsideThePoolIsRejected() {
    assertThatThrownBy(() -> Evaluation.of("r", test, Decisions.constant(6, 3)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void runsOnDifferentTestSetsAreRejected() {
    Evaluation one = Evaluation.of("r", test, Tables.PREDICTIONS);
    Evaluation other = Evaluation.of("r", Tables.vectors(), Tables.PREDICTIONS);
    assertThatThrownBy(() -> new RouterRuns("r", List.of(one, other)))
        .hasMessageContaining("must be on one test set");
  }

  @Test
  void permutingThePoolChangesNoMetric() {
    int compared = 0;
    for (int number = 0; number < 200; number++) {
      Tables.Case table = Tables.random(number);
      Tables.Case turned = Tables.reversed(table);
      TestSet set = table.testSet();
      TestSet turnedSet = turned.testSet();
      // Models alike in mean score and mean cost are told apart by their column alone.
      if (Tables.hasTwins(set)) {
        continue;
      }
      compared++;
      for (Metric metric : List.of(Metrics.accuracy(), Metrics.oracleGap())) {
        assertThat(NaiveTwinTest.value(turned.runs(turnedSet), metric))
            .as("%s on table %d", metric.name(), number)
            .isEqualTo(Double.valueOf(NaiveTwinTest.value(table.runs(set), metric)));
      }
    }
    assertThat(compared).isGreaterThan(30);
  }
}
