package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.routerlab.eval.Frontier.Interpolation;

/**
 * The deferral curve of a router that is held to budgets for a single query: within each it chooses
 * the model of the highest prediction among those that it expects to cost no more, the one expected
 * to be cheapest where there is none.
 *
 * <p>The budgets are 100 quantiles of the costs that the router expects of all models on all test
 * queries, so that they are its own and the same on every resample; several may be equal. It
 * expects mean training costs unless it predicts some. A point of the curve is what is realised,
 * mean cost and accuracy, unlike in {@link Metrics#budgetArea}, where it stands at the cost
 * allowed.
 */
public final class PredictedCostArea {

  private PredictedCostArea() {}

  /** All metrics of this class. */
  public static List<Metric> metrics() {
    return List.of(area());
  }

  /**
   * {@code predicted-cost-area}: the area under the non-dominated points of the curve, over the
   * interval and with the ends of {@link Metrics#lambdaArea}.
   *
   * <p>Fraction; higher is better. NaN where every model costs the same on every query, and for a
   * router that decides by itself. Needs costs. Source: ORBIT, which masks by predicted costs.
   */
  public static SetMetric area() {
    return SetMetric.of(
        new MetricDefinition(
                "predicted-cost-area",
                "fraction",
                Better.HIGHER,
                true,
                "as lambda-area, of the points (mean cost, accuracy) of r_C(i) = argmax_{m: expected"
                    + " cost of m on i <= C} p[i, m], C over 100 quantiles of expected costs",
                "ORBIT")
            .undefined(
                "where every model costs the same on every query; for a router that decides by"
                    + " itself")
            .variantOf("lambda-area"),
        PredictedCostArea::columns,
        sums -> sums.length > 1 ? LambdaMetrics.area(sums, Interpolation.LINEAR) : Double.NaN);
  }

  private static List<Column> columns(Evaluation evaluation) {
    TestSet test = evaluation.test();
    Optional<Sweep> sweep = evaluation.expectedCostSweep();
    if (sweep.isEmpty()) {
      return List.of(Column.constant(test.size(), 1));
    }
    List<Column> columns = new ArrayList<>(LambdaCurve.bounds(test));
    columns.addAll(sweep.get().increments(test::score));
    columns.addAll(sweep.get().spending(test::cost));
    return columns;
  }
}
