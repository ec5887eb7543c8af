package org.routerlab.eval;

import java.util.function.ToDoubleFunction;

/**
 * What a router gains in accuracy, or saves at no loss of it, against the best single model m*.
 *
 * <p>Its configurations are its choices under 99 cost weights λ; each has a mean realised cost C
 * and an accuracy A over queries. A router that decides by itself has one. Source: LLMRouterBench
 * (arXiv 2601.07206), whose code does not hold these; the definitions agree with its figures. The
 * model m* is found once, on all queries, and is the same on every resample.
 */
public final class PerformanceCost {

  private static final String SOURCE = "arXiv 2601.07206, inferred from its figures";

  /** Columns before those of the sweep: ones, scores and costs of m*. */
  private static final int SWEEP = 3;

  private PerformanceCost() {}

  /**
   * {@code perf-gain}: the greatest accuracy of any configuration ÷ the accuracy of m*, − 1; {@code
   * perf-gain-test-best} takes the best single model on test, as published.
   *
   * <p>Of at least −1; higher is better. The configuration is picked on the queries themselves, so
   * its interval leans upwards. NaN where m* is never right. Needs costs.
   */
  public static SetMetric perfGain(BestSingleBasis basis) {
    return metric(
        new MetricDefinition(
                "perf-gain" + basis.suffix(),
                "fraction",
                Better.HIGHER,
                true,
                "max over lambda of A_lambda / A_m* - 1; the point is picked on the test queries; "
                    + basis.words(),
                SOURCE)
            .in("[-1, inf)")
            .undefined("where the best single model is right on no query")
            .variantOf(basis.suffix().isEmpty() ? "" : "perf-gain"),
        basis,
        PerformanceCost::perfGain);
  }

  /**
   * {@code cost-save}: 1 − the least mean cost of a configuration as accurate as m* ÷ the mean cost
   * of m*; {@code cost-save-test-best} takes the best single model on test, as published.
   *
   * <p>Of at most 1, negative where that accuracy takes more cost than m*; higher is better. It is
   * 1 − {@link QualityNeutralCost#step qnc-step} for the same m*, and like it draws nothing between
   * configurations, unlike {@link Metrics#qnc}; but where no configuration is as accurate as m*,
   * qnc-step is infinite and this is NaN, as published. So its interval is of the resamples that
   * reach m*, and says nothing of how many do; that of qnc-step is open above where too few do. The
   * configuration is picked on the queries themselves, so its interval leans upwards. NaN also
   * where m* costs nothing. Needs costs.
   */
  public static SetMetric costSave(BestSingleBasis basis) {
    return metric(
        new MetricDefinition(
                "cost-save" + basis.suffix(),
                "fraction",
                Better.HIGHER,
                true,
                "1 - min {C_lambda : A_lambda >= A_m*} / C_m*; the point is picked on the test queries; "
                    + basis.words(),
                SOURCE)
            .in("(-inf, 1]")
            .undefined(
                "where no weight is as accurate as m*, and on such resamples, so that the interval"
                    + " is of those that reach m*; where m* costs nothing")
            .variantOf(basis.suffix().isEmpty() ? "" : "cost-save"),
        basis,
        PerformanceCost::costSave);
  }

  private static double perfGain(double[] sums) {
    double best = sums[1] / sums[0];
    return best > 0 ? points(sums).bestAccuracy() / best - 1 : Double.NaN;
  }

  private static double costSave(double[] sums) {
    double cost = sums[2] / sums[0];
    return cost > 0 ? 1 - points(sums).costOf(sums[1] / sums[0]) / cost : Double.NaN;
  }

  private static SweepPoints points(double[] sums) {
    return SweepPoints.of(sums, SWEEP, (sums.length - SWEEP) / 2, sums[0]);
  }

  private static SetMetric metric(
      MetricDefinition definition, BestSingleBasis basis, ToDoubleFunction<double[]> value) {
    return SetMetric.of(
        definition, evaluation -> LambdaCurve.withBestSingle(evaluation, basis), value);
  }
}
