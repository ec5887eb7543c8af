package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Metrics of the deferral curve by cost weight: accuracy against realised mean cost. */
final class LambdaMetrics {

  private static final String UNIROUTE = "arXiv 2502.08773";

  /** Sums of scores may miss a reachable accuracy by rounding. */
  private static final double ROUNDING = 1e-12;

  private LambdaMetrics() {}

  static SetMetric area() {
    return SetMetric.of(
        new MetricDefinition(
                "lambda-area",
                "fraction",
                Better.HIGHER,
                true,
                "area under the non-dominated (mean cost, accuracy) over [mean_i min_m c, mean_i max_m"
                    + " c], from the cheapest choices on, last value carried on / length",
                "ORBIT (utils/metrics.py@ff213c0)")
            .undefined("where every model costs the same on every query"),
        evaluation -> {
          List<Column> columns = bounds(evaluation.test());
          columns.addAll(curve(evaluation));
          return columns;
        },
        LambdaMetrics::area);
  }

  static SetMetric peak() {
    return SetMetric.of(
        new MetricDefinition(
            "lambda-peak",
            "fraction",
            Better.HIGHER,
            true,
            "max over lambda of A_lambda",
            UNIROUTE),
        evaluation -> {
          List<Column> columns = new ArrayList<>();
          columns.add(Column.constant(evaluation.test().size(), 1));
          columns.addAll(evaluation.lambdaSweep().increments(evaluation.test()::score));
          return columns;
        },
        BudgetMetrics::peak);
  }

  static SetMetric qnc() {
    return SetMetric.of(
        new MetricDefinition(
                "qnc",
                "fraction",
                Better.LOWER,
                true,
                "least mean cost at which the curve reaches the accuracy of m*, / mean_i c[i, m*]",
                UNIROUTE)
            .in("at least 0; infinite where the curve never gets there")
            .undefined("where the best single model costs nothing"),
        evaluation -> {
          TestSet test = evaluation.test();
          int best = test.ranking().best();
          List<Column> columns = new ArrayList<>();
          columns.add(Column.constant(test.size(), 1));
          columns.add(perQuery(test, row -> test.score(row, best)));
          columns.add(perQuery(test, row -> test.cost(row, best)));
          columns.addAll(curve(evaluation));
          return columns;
        },
        LambdaMetrics::qnc);
  }

  private static double area(double[] sums) {
    double n = sums[0];
    double low = sums[1] / n;
    double high = sums[2] / n;
    if (!(high > low)) {
      return Double.NaN;
    }
    Frontier frontier = frontier(sums, 4, n).from(low, sums[3] / n);
    return frontier.area(high, Frontier.Interpolation.LINEAR) / (high - low);
  }

  private static double qnc(double[] sums) {
    double n = sums[0];
    double target = sums[1] / n - ROUNDING;
    double reference = sums[2] / n;
    if (!(reference > 0)) {
      return Double.NaN;
    }
    return frontier(sums, 3, n).costOf(target, Frontier.Interpolation.LINEAR) / reference;
  }

  /** Reads the increments of scores and of costs that start at {@code first}. */
  private static Frontier frontier(double[] sums, int first, double n) {
    int points = (sums.length - first) / 2;
    double[] costs = new double[points];
    double[] scores = new double[points];
    double cost = 0;
    double score = 0;
    for (int i = 0; i < points; i++) {
      score += sums[first + i];
      cost += sums[first + points + i];
      scores[i] = score / n;
      costs[i] = cost / n;
    }
    return Frontier.of(costs, scores);
  }

  private static List<Column> curve(Evaluation evaluation) {
    Sweep sweep = evaluation.lambdaSweep();
    List<Column> columns = new ArrayList<>(sweep.increments(evaluation.test()::score));
    columns.addAll(sweep.spending(evaluation.test()::cost));
    return columns;
  }

  /** Ones, least cost, greatest cost, and the score of the least costly model, of every query. */
  private static List<Column> bounds(TestSet test) {
    int[] cheapest = new int[test.size()];
    int[] dearest = new int[test.size()];
    for (int row = 0; row < test.size(); row++) {
      for (int model = 1; model < test.pool().size(); model++) {
        cheapest[row] = cheaper(test, row, model, cheapest[row]) ? model : cheapest[row];
        boolean dearer = test.cost(row, model) > test.cost(row, dearest[row]);
        dearest[row] = dearer ? model : dearest[row];
      }
    }
    return new ArrayList<>(
        Arrays.asList(
            Column.constant(test.size(), 1),
            perQuery(test, row -> test.cost(row, cheapest[row])),
            perQuery(test, row -> test.cost(row, dearest[row])),
            perQuery(test, row -> test.score(row, cheapest[row]))));
  }

  private static boolean cheaper(TestSet test, int row, int model, int other) {
    float cost = test.cost(row, model);
    float otherCost = test.cost(row, other);
    return cost < otherCost || (cost == otherCost && test.ranking().prefers(model, other));
  }

  private static Column perQuery(TestSet test, IntToDoubleFunction value) {
    double[] values = new double[test.size()];
    Arrays.setAll(values, value);
    return Column.of(values);
  }
}
