package org.routerlab.eval;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.routerlab.eval.Frontier.Interpolation;

/**
 * Metrics of RouterBench (arXiv 2403.12031): the average quality over an interval of costs.
 *
 * <p>The curve is the upper convex hull of the points (realised mean cost, accuracy) of 99 weights
 * λ, as far as it rises: what mixing two operating points attains. Its costs are set against those
 * of single models, c_min and c_max being the least and the greatest mean cost of a model, so that
 * all routers are averaged over one interval. Both need costs.
 */
public final class RouterBench {

  private static final String SOURCE = "arXiv 2403.12031";

  private RouterBench() {}

  /** All metrics of this class. */
  public static List<Metric> metrics() {
    return List.of(aiq(), aiqCode());
  }

  /**
   * {@code aiq}: the area under the hull over [c_min, c_max], divided by its length.
   *
   * <p>Fraction; higher is better. The first accuracy counts for lower costs, the last for higher
   * ones. NaN where all models have one mean cost. Source: the paper of RouterBench.
   */
  public static SetMetric aiq() {
    return metric(
        new MetricDefinition(
                "aiq",
                "fraction",
                Better.HIGHER,
                true,
                "area under the rising upper hull of (mean cost, accuracy) over [c_min, c_max], both"
                    + " ends carried on / (c_max - c_min)",
                SOURCE)
            .undefined("where all models have one mean cost"),
        RouterBench::average);
  }

  /**
   * {@code aiq-code}: the area under the hull from its first point to c_max, divided by c_max. What
   * is left of the first point counts as 0.
   *
   * <p>Fraction; higher is better. It depends on where costs begin, so that a cheap start is worth
   * more than in {@code aiq}. NaN where no model costs anything. Source: the code of RouterBench.
   */
  public static SetMetric aiqCode() {
    return metric(
        new MetricDefinition(
                "aiq-code",
                "fraction",
                Better.HIGHER,
                true,
                "area under the rising upper hull of (mean cost, accuracy) from its first point to"
                    + " c_max / c_max",
                SOURCE + ", its code")
            .undefined("where no model costs anything")
            .variantOf("aiq"),
        RouterBench::overGreatestCost);
  }

  private static SetMetric metric(MetricDefinition definition, ToDoubleFunction<double[]> value) {
    return SetMetric.of(definition, LambdaCurve::withModelCosts, value);
  }

  private static double average(double[] sums) {
    double low = SingleModels.least(sums, modelsFrom(), sums.length - modelsFrom(), sums[0]);
    double high = greatestCost(sums);
    return high > low
        ? hull(sums).area(low, high, Interpolation.LINEAR) / (high - low)
        : Double.NaN;
  }

  private static double overGreatestCost(double[] sums) {
    double high = greatestCost(sums);
    return high > 0 ? hull(sums).area(high, Interpolation.LINEAR) / high : Double.NaN;
  }

  private static double greatestCost(double[] sums) {
    return SingleModels.greatest(sums, modelsFrom(), sums.length - modelsFrom(), sums[0]);
  }

  private static int modelsFrom() {
    return 1 + LambdaCurve.COLUMNS;
  }

  private static Frontier hull(double[] sums) {
    return LambdaCurve.frontier(sums, 1, sums[0]).hull();
  }
}
