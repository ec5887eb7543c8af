package org.routerlab.eval;

import java.util.List;
import org.routerlab.eval.Frontier.Interpolation;

/**
 * Areas under the deferral curve by cost weight other than {@link Metrics#lambdaArea}: sources
 * differ on the interval, on what the curve is beyond its ends, and on what is between its points.
 *
 * <p>The curve is the non-dominated points (realised mean cost, accuracy) of 99 weights λ. All need
 * costs. A router that decides by itself has one point.
 */
public final class DeferralAreas {

  private static final String AREA = "lambda-area";

  private DeferralAreas() {}

  /** All metrics of this class. */
  public static List<Metric> metrics() {
    return List.of(zeroToMax(), ownRange(), step(), cascadeRouting());
  }

  /**
   * {@code lambda-area-zero-to-max}: the area over [0, mean_i max_m c], divided by its length; the
   * first accuracy counts for all lower costs, the last for all higher ones.
   *
   * <p>Fraction; higher is better. NaN where nothing costs anything. Source: ports of UniRoute
   * (arXiv 2502.08773).
   */
  public static SetMetric zeroToMax() {
    return SetMetric.of(
        definition(
                "lambda-area-zero-to-max",
                "area over [0, mean_i max_m c], both ends carried on / length",
                "ports of UniRoute (arXiv 2502.08773)")
            .undefined("where no model costs anything"),
        LambdaCurve::withBounds,
        sums -> {
          double high = sums[2] / sums[0];
          Frontier curve = LambdaCurve.frontier(sums, 4, sums[0]);
          return high > 0 ? curve.area(0, high, Interpolation.LINEAR) / high : Double.NaN;
        });
  }

  /**
   * {@code lambda-area-own-range}: the area from the router's least to its greatest cost, divided
   * by the greatest. What is left of the least counts as 0.
   *
   * <p>Fraction; higher is better. It is 0 for a router with one point, and compares routers on
   * intervals of their own: to be read with care. NaN where the curve costs nothing. Source: older
   * ORBIT.
   */
  public static SetMetric ownRange() {
    return SetMetric.of(
        definition(
                "lambda-area-own-range",
                "area from the first to the last point / cost of the last",
                "ORBIT, older versions")
            .undefined("where the router never spends anything"),
        LambdaCurve::withBounds,
        sums -> {
          Frontier curve = LambdaCurve.frontier(sums, 4, sums[0]);
          double high = curve.greatestCost();
          return high > 0 ? curve.area(high, Interpolation.LINEAR) / high : Double.NaN;
        });
  }

  /**
   * {@code lambda-area-step}: {@link Metrics#lambdaArea} with the accuracy of the next cheaper
   * point between points, as no two points are mixed.
   *
   * <p>Fraction; higher is better, never above lambda-area. NaN where every model costs the same on
   * every query. RouterLab's own.
   */
  public static SetMetric step() {
    return SetMetric.of(
        definition(
                "lambda-area-step",
                "as lambda-area, with the accuracy of the next cheaper point between points",
                "RouterLab")
            .undefined("where all models cost the same on every query"),
        LambdaCurve::withBounds,
        sums -> LambdaMetrics.area(sums, Interpolation.STEP));
  }

  /**
   * {@code lambda-area-cascade-routing}: the area over the interval from the least to the greatest
   * mean cost of a single model, divided by its length. A curve that starts later begins at the
   * accuracy of the worst single model; the last accuracy is carried on.
   *
   * <p>Fraction; higher is better. NaN where all models have one mean cost. Source: cascade routing
   * (arXiv 2410.10347).
   */
  public static SetMetric cascadeRouting() {
    return SetMetric.of(
        definition(
                "lambda-area-cascade-routing",
                "area over [min_m mean_i c, max_m mean_i c], from min_m mean_i y on / length",
                "arXiv 2410.10347")
            .undefined("where all models have one mean cost"),
        evaluation -> {
          TestSet test = evaluation.test();
          List<Column> columns = LambdaCurve.withModelCosts(evaluation);
          columns.addAll(SingleModels.scores(test, SingleModels.all(test)));
          return columns;
        },
        DeferralAreas::cascadeRouting);
  }

  private static double cascadeRouting(double[] sums) {
    double n = sums[0];
    int first = 1 + LambdaCurve.COLUMNS;
    int models = (sums.length - first) / 2;
    double low = SingleModels.least(sums, first, models, n);
    double high = SingleModels.greatest(sums, first, models, n);
    if (!(high > low)) {
      return Double.NaN;
    }
    Frontier curve = LambdaCurve.frontier(sums, 1, n);
    if (curve.leastCost() > low) {
      curve = curve.from(low, SingleModels.least(sums, first + models, models, n));
    }
    return curve.area(low, high, Interpolation.LINEAR) / (high - low);
  }

  private static MetricDefinition definition(String name, String formula, String source) {
    return new MetricDefinition(name, "fraction", Better.HIGHER, true, formula, source)
        .variantOf(AREA);
  }
}
