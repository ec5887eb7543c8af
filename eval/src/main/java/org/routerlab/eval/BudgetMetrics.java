package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Metrics of the deferral curve by budget: accuracy within each budget. */
final class BudgetMetrics {

  private static final String WRR = "Who Routes the Router, appendices E and F";

  private BudgetMetrics() {}

  static QueryMetric area() {
    return QueryMetric.of(
        definition(
            "budget-area",
            "fraction",
            Better.HIGHER,
            "trapezoid area under (b, A_b) / (b_max - b_min), b over the distinct mean costs"),
        evaluation -> mean(evaluation, BudgetMetrics::trapezoidWeights));
  }

  static QueryMetric mean() {
    return QueryMetric.of(
        definition("budget-mean", "fraction", Better.HIGHER, "mean over budgets b of A_b"),
        evaluation -> mean(evaluation, BudgetMetrics::evenWeights));
  }

  static SetMetric peak() {
    return SetMetric.of(
        definition(
            "budget-peak",
            "fraction",
            Better.HIGHER,
            "max over budgets b of A_b; the point is picked on the test queries"),
        evaluation -> {
          List<Column> columns = new ArrayList<>();
          columns.add(Column.constant(evaluation.test().size(), 1));
          columns.addAll(
              evaluation
                  .budgetSweep()
                  .map(sweep -> sweep.increments(evaluation.test()::score))
                  .orElseGet(() -> List.of(unknown(evaluation))));
          return columns;
        },
        BudgetMetrics::peak);
  }

  /** The greatest running total of all sums but the first, over the first. */
  static double peak(double[] sums) {
    double total = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < sums.length; i++) {
      total += sums[i];
      highest = Math.max(highest, total);
    }
    return sums[0] == 0 ? Double.NaN : highest / sums[0];
  }

  static QueryMetric agreement() {
    return QueryMetric.of(
        definition(
            "budget-heuristic-agreement",
            "fraction",
            Better.NEITHER,
            "mean over budgets b of the share of i with r_b(i) = argmax_{m: cost <= b} mean_m"),
        evaluation -> {
          int[] heuristic = heuristic(evaluation.test());
          Optional<double[]> shares =
              evaluation.budgetSweep().map(sweep -> agreements(sweep, heuristic));
          return shares.map(Ratio::mean).orElseGet(() -> unknownMean(evaluation));
        });
  }

  private static double[] agreements(Sweep sweep, int[] heuristic) {
    double[] sums = new double[sweep.at(0).size()];
    for (int step = 0; step < heuristic.length; step++) {
      Selection selection = sweep.at(step);
      for (int row = 0; row < sums.length; row++) {
        sums[row] += selection.share(row, heuristic[step]) / heuristic.length;
      }
    }
    return sums;
  }

  /** The heuristic's model for every budget. */
  static int[] heuristic(TestSet test) {
    BudgetOrder order = BudgetOrder.of(test);
    int[] models = new int[order.budgets()];
    order.fill(test.ranking()::prefers, models);
    return models;
  }

  private static Ratio mean(Evaluation evaluation, Function<double[], double[]> weighting) {
    double[] weights = weighting.apply(evaluation.test().budgets());
    return evaluation
        .budgetSweep()
        .filter(sweep -> !Double.isNaN(weights[0]))
        .map(sweep -> Ratio.mean(weighted(sweep, evaluation.test(), weights)))
        .orElseGet(() -> unknownMean(evaluation));
  }

  /** Each query's score averaged over the budgets, which makes an area the mean of a column. */
  private static double[] weighted(Sweep sweep, TestSet test, double[] weights) {
    double[] totals = new double[test.size()];
    List<Column> increments = sweep.increments(test::score);
    // What a step adds stays for all later budgets, so it counts with the sum of their weights.
    double remaining = 0;
    for (int step = weights.length - 1; step >= 0; step--) {
      remaining += weights[step];
      increments.get(step).addTo(totals, remaining);
    }
    return totals;
  }

  /** What each budget counts in the area under a curve over all; NaN for a single budget. */
  static double[] trapezoidWeights(double[] budgets) {
    double[] weights = new double[budgets.length];
    double range = budgets[budgets.length - 1] - budgets[0];
    if (range == 0) {
      Arrays.fill(weights, Double.NaN);
    }
    for (int i = 1; i < budgets.length; i++) {
      double half = (budgets[i] - budgets[i - 1]) / (2 * range);
      weights[i - 1] += half;
      weights[i] += half;
    }
    return weights;
  }

  private static double[] evenWeights(double[] budgets) {
    double[] weights = new double[budgets.length];
    Arrays.fill(weights, 1.0 / budgets.length);
    return weights;
  }

  private static Column unknown(Evaluation evaluation) {
    return Column.constant(evaluation.test().size(), Double.NaN);
  }

  private static Ratio unknownMean(Evaluation evaluation) {
    return new Ratio(unknown(evaluation), Column.constant(evaluation.test().size(), 1));
  }

  private static MetricDefinition definition(
      String name, String unit, Better better, String formula) {
    return new MetricDefinition(name, unit, better, true, formula, WRR)
        .undefined("for a router that decides by itself");
  }
}
