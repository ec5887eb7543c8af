package org.routerlab.eval;

/** Quantiles of given values. */
public final class SampleQuantile {

  private SampleQuantile() {}

  /**
   * The value that a share of {@code sorted} lies below: linear between the two at (n − 1) × share;
   * NaN of none.
   *
   * @param sorted ascending
   * @param share in [0, 1]
   */
  public static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * share;
    int below = (int) position;
    double above = sorted[Math.min(sorted.length - 1, below + 1)];
    return sorted[below] + (position - below) * (above - sorted[below]);
  }
}
