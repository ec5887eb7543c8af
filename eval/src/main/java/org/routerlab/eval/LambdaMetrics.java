package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/** Metrics of the deferral curve by cost weight: accuracy against realised mean cost. */
final class LambdaMetrics {

  private static final String UNIROUTE = "arXiv 2502.08773";

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
        LambdaCurve::withBounds,
        sums -> area(sums, Frontier.Interpolation.LINEAR));
  }

  static SetMetric peak() {
    return SetMetric.of(
        new MetricDefinition(
            "lambda-peak",
            "fraction",
            Better.HIGHER,
            true,
            "max over lambda of A_lambda; the point is picked on the test queries",
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
        evaluation -> LambdaCurve.withBestSingle(evaluation, BestSingleBasis.TRAIN),
        sums -> qnc(sums, Frontier.Interpolation.LINEAR));
  }

  /** The area under a curve of any number of points, from the sums of bounds and increments. */
  static double area(double[] sums, Frontier.Interpolation interpolation) {
    double n = sums[0];
    double low = sums[1] / n;
    double high = sums[2] / n;
    if (!(high > low)) {
      return Double.NaN;
    }
    SweepPoints points = SweepPoints.of(sums, 4, (sums.length - 4) / 2, n);
    Frontier frontier = points.frontier().from(low, sums[3] / n);
    return frontier.area(high, interpolation) / (high - low);
  }

  static double qnc(double[] sums, Frontier.Interpolation interpolation) {
    double n = sums[0];
    double target = sums[1] / n - LambdaCurve.ROUNDING;
    double reference = sums[2] / n;
    if (!(reference > 0)) {
      return Double.NaN;
    }
    return LambdaCurve.frontier(sums, 3, n).costOf(target, interpolation) / reference;
  }
}
