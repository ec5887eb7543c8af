package org.routerlab.eval.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.matrix.FloatMatrix;

class AllocationTest {

  private static final double[] BUDGETS = {0, .05, .1, .2, .25, .3, .4, .5, .6, .75, .9, 1, 2};

  @Test
  void thePlanIsTheOptimumOfTheLinearProgramLessOneStep() {
    for (int number = 0; number < 80; number++) {
      Batch batch = Batch.of(number, 1 + number % 4, 1 + number % 5, number % 2 == 0 ? 8 : 64);
      List<double[]> all = everyAllocation(batch);
      Allocation allocation = Allocation.of(batch.scores(), batch.expected(), batch.ties());
      int rows = batch.scores().rows();
      for (double budget : BUDGETS) {
        Plan plan = allocation.within(budget);
        double optimum = envelope(all, budget * rows);
        String what = "case " + number + ", budget " + budget;
        assertThat(plan.isWithinBudget()).as(what).isEqualTo(!Double.isNaN(optimum));
        if (plan.isWithinBudget()) {
          assertThat(plan.bound()).as(what).isCloseTo(optimum, within(1e-9));
          assertThat(plan.expectedCost()).as(what).isLessThanOrEqualTo(budget * rows + 1e-9);
          double best = integer(all, budget * rows);
          assertThat(plan.predictedValue()).as(what).isLessThanOrEqualTo(best + 1e-9);
          assertThat(plan.predictedValue()).as(what).isGreaterThanOrEqualTo(optimum - 1);
        }
        assertThat(plan.mean(batch.costs()) * rows)
            .as(what)
            .isCloseTo(plan.expectedCost(), within(1e-9));
        assertThat(plan.mean(batch.scores()) * rows)
            .as(what)
            .isCloseTo(plan.predictedValue(), within(1e-9));
      }
    }
  }

  @Test
  void wherePlansSpendTheirWholeBudgetNothingIsBetter() {
    int compared = 0;
    for (int number = 0; number < 40; number++) {
      Batch batch = Batch.of(number, 4, 4, 64);
      Allocation allocation = Allocation.of(batch.scores(), batch.expected(), batch.ties());
      for (double budget : BUDGETS) {
        double spent = allocation.within(budget).expectedCost() / 4;
        Plan exact = allocation.within(spent);
        if (exact.isWithinBudget()) {
          assertThat(exact.predictedValue())
              .isCloseTo(integer(everyAllocation(batch), spent * 4), within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  /** (cost, value) of every way to give each query a model. */
  private static List<double[]> everyAllocation(Batch batch) {
    List<double[]> all = List.of(new double[2]);
    for (int row = 0; row < batch.scores().rows(); row++) {
      List<double[]> longer = new ArrayList<>();
      for (double[] point : all) {
        for (int model = 0; model < batch.scores().columns(); model++) {
          longer.add(
              new double[] {
                point[0] + batch.costs().get(row, model), point[1] + batch.scores().get(row, model)
              });
        }
      }
      all = longer;
    }
    return all;
  }

  private static double integer(List<double[]> all, double budget) {
    return all.stream()
        .filter(point -> point[0] <= budget + 1e-9)
        .mapToDouble(point -> point[1])
        .max()
        .orElse(Double.NaN);
  }

  /** The greatest value of a mixture of two points within the budget: the linear program. */
  private static double envelope(List<double[]> all, double budget) {
    double best = integer(all, budget);
    for (double[] a : all) {
      for (double[] b : all) {
        if (a[0] <= budget && b[0] > budget) {
          double share = (budget - a[0]) / (b[0] - a[0]);
          best = Math.max(best, a[1] + share * (b[1] - a[1]));
        }
      }
    }
    return best;
  }

  @Test
  void aPlanIsWhatItsMultiplierChooses() {
    int compared = 0;
    for (int number = 0; number < 40; number++) {
      Batch batch = Batch.of(number, 20, 5, 1000);
      Allocation allocation = Allocation.of(batch.scores(), batch.expected(), batch.ties());
      for (double budget : new double[] {3, 4, 5, 6, 7, 8}) {
        Plan plan = allocation.within(budget);
        double multiplier = plan.multiplier();
        int differing = 0;
        for (int row = 0; row < 20 && plan.isWithinBudget() && multiplier > 0; row++) {
          float[] scores = batch.scores().row(row);
          double[] costs = new double[5];
          batch.expected().copyRow(row, costs);
          double best = Double.NEGATIVE_INFINITY;
          for (int model = 0; model < 5; model++) {
            best = Math.max(best, scores[model] - multiplier * costs[model]);
          }
          int chosen = plan.decisions().model(row);
          differing += scores[chosen] - multiplier * costs[chosen] < best - 1e-9 ? 1 : 0;
          compared++;
        }
        assertThat(differing).isZero();
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void withMoneyLeftItIsArgmaxAndWithTooLittleTheCheapest() {
    Batch batch = Batch.of(3, 30, 5, 1000);
    Allocation allocation = Allocation.of(batch.scores(), batch.expected(), batch.ties());
    Plan rich = allocation.within(1e6);
    assertThat(rich.decisions()).isEqualTo(Decisions.argmax(batch.scores(), batch.ties()));
    assertThat(rich.multiplier()).isZero();
    assertThat(rich.bound()).isEqualTo(rich.predictedValue());
    Plan poor = allocation.within(0);
    for (int row = 0; row < 30; row++) {
      for (int model = 0; model < 5; model++) {
        assertThat(batch.costs().get(row, poor.decisions().model(row)))
            .isLessThanOrEqualTo(batch.costs().get(row, model));
      }
    }
    assertThat(poor.isWithinBudget()).isFalse();
    assertThat(poor.bound()).isNaN();
  }

  @Test
  void theCurveRisesWithTheBudget() {
    Batch batch = Batch.of(9, 200, 6, 1000);
    List<Plan> curve =
        Allocation.of(batch.scores(), batch.expected(), batch.ties()).curve(2, 3, 4, 5, 6, 8, 16);
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).predictedValue())
          .isGreaterThanOrEqualTo(curve.get(i - 1).predictedValue());
      assertThat(curve.get(i).bound()).isGreaterThanOrEqualTo(curve.get(i).predictedValue());
    }
  }

  @Test
  void ofEqualStepsTheEarlierQueryIsPaid() {
    FloatMatrix scores = FloatMatrix.of(new float[] {0, 1}, new float[] {0, 1}, new float[] {0, 1});
    Plan plan =
        Allocation.of(scores, ExpectedCosts.perModel(1, 2), Batch.of(1, 3, 2, 8).ties())
            .within(1.5);
    assertThat(plan.decisions()).isEqualTo(Decisions.of(1, 0, 0));
    assertThat(plan.bound()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void aGreedyPlanLeavesUnansweredWhatCannotBePaid() {
    FloatMatrix scores = FloatMatrix.of(new float[] {0, 1}, new float[] {0, 1}, new float[] {1, 0});
    Plan plan =
        Allocation.greedy(
            scores, ExpectedCosts.perModel(1, 4), Batch.of(1, 3, 2, 8).ties(), 5 / 3.0);
    assertThat(plan.unanswered()).isEqualTo(1);
    assertThat(plan.expectedCost()).isEqualTo(5);
    assertThat(plan.mean(scores)).isCloseTo(2 / 3.0, within(1e-12));
    assertThatThrownBy(plan::decisions).hasMessage("this plan leaves 1 of 3 queries unanswered");
  }

  @Test
  void costsThatAreUnknownAreRefused() {
    assertThatThrownBy(
            () ->
                Allocation.of(
                    FloatMatrix.of(new float[] {0, 1}),
                    ExpectedCosts.perModel(1, Double.NaN),
                    Batch.of(1, 3, 2, 8).ties()))
        .hasMessageContaining("query 0, model 1 has prediction 1.0 and cost NaN");
  }
}
