package org.routerlab.eval;

/**
 * A number with a percentile bootstrap interval.
 *
 * @param value on the queries as they are
 * @param low the lower end; NaN where the value is NaN
 * @param high the upper end; NaN where the value is NaN
 * @param n the number of queries it rests on
 */
public record Estimate(double value, double low, double high, int n) {

  /** The same number in another unit, such as points of a fraction with {@code factor} 100. */
  public Estimate times(double factor) {
    return new Estimate(factor * value, factor * low, factor * high, n);
  }

  /** Whether the interval lies on one side of 0. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
