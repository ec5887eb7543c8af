package org.routerlab.eval;

import java.util.Arrays;

/** The interval between two percentiles of resampled values. */
final class PercentileInterval {

  /** What values differ by, at most, for rounding alone: this share of them. */
  private static final double ROUNDING = 1e-12;

  private PercentileInterval() {}

  /**
   * The middle {@code confidence} of the resampled values.
   *
   * <p>Resamples on which the statistic is NaN (a subset without a query, say) are left out; where
   * the value itself is NaN, or no resample has one, both ends are NaN. Where all are the value but
   * for rounding, both ends are the value.
   *
   * @param resampled in any order; it is given up
   */
  static Estimate of(double value, double[] resampled, double confidence, int n) {
    // NaN sorts last.
    Arrays.sort(resampled);
    int known = resampled.length;
    while (known > 0 && Double.isNaN(resampled[known - 1])) {
      known--;
    }
    if (known == 0 || Double.isNaN(value)) {
      return new Estimate(value, Double.NaN, Double.NaN, n);
    }
    double rounding = ROUNDING * Math.abs(value);
    if (value - resampled[0] <= rounding
        && resampled[known - 1] - value <= rounding
        && Double.isFinite(value)) {
      return new Estimate(value, value, value, n);
    }
    double tail = (1 - confidence) / 2;
    return new Estimate(
        value, quantile(resampled, known, tail), quantile(resampled, known, 1 - tail), n);
  }

  /** Linear between order statistics at (known − 1) × share; infinite where a neighbour is. */
  private static double quantile(double[] sorted, int known, double share) {
    double position = (known - 1) * share;
    int below = (int) position;
    int above = Math.min(known - 1, below + 1);
    double part = position - below;
    if (part == 0 || sorted[below] == sorted[above]) {
      return sorted[below];
    }
    return sorted[below] + part * (sorted[above] - sorted[below]);
  }
}
