package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.Budget;
import org.routerlab.eval.select.ExpectedCosts;
import org.routerlab.eval.select.Utility;

/** A sweep, which prunes and sorts, chooses what the selectors choose one query at a time. */
class ScoredPolicyTest {

  @Test
  void byMeanTrainingCostsEveryStepIsThatOfASelector() {
    int compared = 0;
    for (int number = 0; number < 100; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.hasCosts()) {
        FloatMatrix predictions = table.predictions().get(0);
        ExpectedCosts costs = CostBasis.TRAIN_MEAN.of(test);
        assertSelectors(test, predictions, Evaluation.of("r", test, predictions), costs);
        TestSet minMax = test.withCostScale(CostScale.TRAIN_MIN_MAX);
        assertSelectors(minMax, predictions, Evaluation.of("r", minMax, predictions), costs);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void byCostsOfEachQueryEveryStepIsThatOfASelector() {
    int compared = 0;
    for (int number = 0; number < 100; number++) {
      Tables.Case table = Tables.random(number);
      TestSet test = table.testSet();
      if (test.hasCosts()) {
        FloatMatrix predictions = table.predictions().get(0);
        FloatMatrix predicted = predictedCosts(test, number);
        assertSelectors(
            test,
            predictions,
            Evaluation.of("r", test, predictions, predicted),
            ExpectedCosts.perQuery(predicted.selectRows(test.givenRows())));
        assertSelectors(
            test,
            predictions,
            Evaluation.of("r", test, predictions, CostBasis.REALISED),
            CostBasis.REALISED.of(test));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** Costs about those of the table, some of them equal and some above every budget. */
  private static FloatMatrix predictedCosts(TestSet test, int number) {
    SplittableRandom random = new Seed(number).stream("predicted costs");
    double[] budgets = test.budgets();
    double highest = budgets[budgets.length - 1];
    return Tables.matrix(
        test.given(), test.pool().size(), () -> (float) (highest * random.nextInt(9) / 6));
  }

  private static void assertSelectors(
      TestSet test, FloatMatrix predictions, Evaluation evaluation, ExpectedCosts costs) {
    FloatMatrix complete = predictions.selectRows(test.givenRows());
    ExpectedCosts scaled =
        (row, into) -> {
          costs.copyRow(row, into);
          IntStream.range(0, into.length).forEach(model -> into[model] = test.scaled(into[model]));
        };
    for (double lambda : new double[] {0, .1, .2, .5, .7, .9, .999, 1}) {
      assertThat(evaluation.choose(lambda).decisions())
          .as("lambda %s", lambda)
          .isEqualTo(
              new Utility(lambda).select(ScoreKind.PROBABILITY, complete, scaled, test.ranking()));
    }
    List<Selection> within = evaluation.withinBudgets();
    double[] budgets = test.budgets();
    for (int step = 0; step < budgets.length; step++) {
      assertThat(within.get(step).decisions())
          .as("budget %s", budgets[step])
          .isEqualTo(
              new Budget(budgets[step])
                  .select(ScoreKind.PROBABILITY, complete, costs, test.ranking()));
    }
  }

  @Test
  void withinEveryBudgetACheapestModelThatIsTooDearIsStillChosen() {
    TestSet test = Tables.vectors();
    FloatMatrix dear = Tables.matrix(6, 3, () -> 100f);
    Evaluation evaluation = Evaluation.of("r", test, Tables.PREDICTIONS, dear);
    // All cost the same, so that the best of the cheapest is the best.
    for (Selection selection : evaluation.withinBudgets()) {
      assertThat(selection.decisions()).isEqualTo(Decisions.of(0, 1, 2, 2, 2, 1));
    }
  }
}
