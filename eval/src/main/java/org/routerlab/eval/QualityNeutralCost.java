package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.eval.Frontier.Interpolation;

/**
 * Readings of the quality-neutral cost other than {@link Metrics#qnc}: what it costs to be as
 * accurate as m*, the best single model on training outcomes unless it is said to be another.
 *
 * <p>The curve is the non-dominated points (realised mean cost, accuracy) of 99 weights λ. All need
 * costs.
 */
public final class QualityNeutralCost {

  private static final String QNC = "qnc";

  private QualityNeutralCost() {}

  /** All metrics of this class. */
  public static List<Metric> metrics() {
    return List.of(step(), testBest(), normalised(), normalisedAtNinetyPercent());
  }

  /**
   * {@code qnc-step}: {@link Metrics#qnc} by the operating points alone, without mixing two.
   *
   * <p>At least 0; lower is better, never below qnc. Positive infinity where no point is as
   * accurate as m*; NaN where m* costs nothing. Source: ORBIT, which reports no value where there
   * is no such point.
   */
  public static SetMetric step() {
    return SetMetric.of(
        new MetricDefinition(
                "qnc-step",
                "fraction",
                Better.LOWER,
                true,
                "least mean cost of a point as accurate as m*, / mean_i c[i, m*]",
                "ORBIT")
            .in("[0, inf]")
            .undefined("where m* costs nothing")
            .variantOf(QNC),
        evaluation -> LambdaCurve.withBestSingle(evaluation, BestSingleBasis.TRAIN),
        sums -> LambdaMetrics.qnc(sums, Interpolation.STEP));
  }

  /**
   * {@code qnc-test-best}: {@link Metrics#qnc} with the model of the highest mean test score for
   * m*, found once on all queries; hindsight.
   *
   * <p>At least 0; lower is better. Positive infinity where the curve never gets there; NaN where
   * that model costs nothing. Source: UniRoute (arXiv 2502.08773) and ORBIT as published.
   */
  public static SetMetric testBest() {
    BestSingleBasis basis = BestSingleBasis.TEST_MEAN;
    return SetMetric.of(
        new MetricDefinition(
                QNC + basis.suffix(),
                "fraction",
                Better.LOWER,
                true,
                "least mean cost at which the curve reaches the accuracy of m*, / mean_i c[i, m*]; "
                    + basis.words(),
                "arXiv 2502.08773")
            .in("[0, inf]")
            .undefined("where m* costs nothing")
            .variantOf(QNC),
        evaluation -> LambdaCurve.withBestSingle(evaluation, basis),
        sums -> LambdaMetrics.qnc(sums, Interpolation.LINEAR));
  }

  /**
   * {@code query-normalised-cost}: the least mean cost at which the curve is as accurate as m*, as
   * a share of the way from mean_i min_m c to mean_i max_m c.
   *
   * <p>Fraction; lower is better. 1 where the curve never gets there. Unlike qnc it is not in terms
   * of the cost of m*. NaN where every model costs the same on every query. Source: R2-Router,
   * which leaves open between which bounds costs are scaled.
   */
  public static SetMetric normalised() {
    return normalised("query-normalised-cost", "as accurate as m*", 1);
  }

  /**
   * {@code query-normalised-cost-90}: {@link #normalised} for 90 % of the accuracy of m*.
   *
   * <p>Fraction; lower is better. 1 where the curve never gets there. NaN where every model costs
   * the same on every query. Source: R2-Router.
   */
  public static SetMetric normalisedAtNinetyPercent() {
    return normalised("query-normalised-cost-90", "0.9 times as accurate as m*", .9);
  }

  private static SetMetric normalised(String name, String target, double share) {
    return SetMetric.of(
        new MetricDefinition(
                name,
                "fraction",
                Better.LOWER,
                true,
                "(least mean cost at which the curve is "
                    + target
                    + " - mean_i min_m c) / (mean_i max_m c - mean_i min_m c); 1 if never",
                "R2-Router")
            .undefined("where all models cost the same on every query")
            .variantOf(QNC),
        evaluation -> {
          TestSet test = evaluation.test();
          int best = test.ranking().best();
          List<Column> columns = new ArrayList<>(LambdaCurve.bounds(test).subList(0, 3));
          columns.add(Column.of(test.size(), row -> test.score(row, best)));
          columns.addAll(LambdaCurve.columns(evaluation));
          return columns;
        },
        sums -> normalised(sums, share));
  }

  private static double normalised(double[] sums, double share) {
    double n = sums[0];
    double low = sums[1] / n;
    double high = sums[2] / n;
    if (!(high > low)) {
      return Double.NaN;
    }
    double target = share * sums[3] / n - LambdaCurve.ROUNDING;
    double cost = LambdaCurve.frontier(sums, 4, n).costOf(target, Interpolation.LINEAR);
    // A cascade may pay more than the dearest model; rounding may pay less than the cheapest.
    return Math.min(1, Math.max(0, (cost - low) / (high - low)));
  }
}
