package org.routerlab.eval.calibrate;

import java.util.Arrays;

/** A non-decreasing function: straight lines between knots, constant beyond the first and last. */
final class IsotonicCurve implements ScoreCurve {

  private final double[] knots;
  private final double[] values;

  private IsotonicCurve(double[] knots, double[] values) {
    this.knots = knots;
    this.values = values;
  }

  /**
   * The least-squares fit by pooling adjacent violators.
   *
   * @param x ascending; equal ones share a value
   * @param y as many
   */
  static IsotonicCurve of(double[] x, double[] y) {
    double[] sums = new double[x.length];
    int[] counts = new int[x.length];
    int[] starts = new int[x.length];
    int blocks = 0;
    for (int i = 0; i < x.length; i++) {
      if (i == 0 || x[i] != x[i - 1]) {
        while (blocks > 1 && violates(sums, counts, blocks)) {
          blocks = merge(sums, counts, blocks);
        }
        starts[blocks] = i;
        blocks++;
      }
      sums[blocks - 1] += y[i];
      counts[blocks - 1]++;
    }
    while (blocks > 1 && violates(sums, counts, blocks)) {
      blocks = merge(sums, counts, blocks);
    }
    return knots(x, sums, counts, starts, blocks);
  }

  private static boolean violates(double[] sums, int[] counts, int blocks) {
    return sums[blocks - 2] / counts[blocks - 2] >= sums[blocks - 1] / counts[blocks - 1];
  }

  private static int merge(double[] sums, int[] counts, int blocks) {
    sums[blocks - 2] += sums[blocks - 1];
    counts[blocks - 2] += counts[blocks - 1];
    sums[blocks - 1] = 0;
    counts[blocks - 1] = 0;
    return blocks - 1;
  }

  /** The first and the last x of every block, with its mean. */
  private static IsotonicCurve knots(
      double[] x, double[] sums, int[] counts, int[] starts, int blocks) {
    double[] knots = new double[2 * blocks];
    double[] values = new double[2 * blocks];
    int size = 0;
    for (int block = 0; block < blocks; block++) {
      double first = x[starts[block]];
      double last = x[starts[block] + counts[block] - 1];
      knots[size] = first;
      values[size++] = sums[block] / counts[block];
      if (last > first) {
        knots[size] = last;
        values[size++] = sums[block] / counts[block];
      }
    }
    return new IsotonicCurve(Arrays.copyOf(knots, size), Arrays.copyOf(values, size));
  }

  @Override
  public double value(double score) {
    int at = Arrays.binarySearch(knots, score);
    if (at >= 0) {
      return values[at];
    }
    int next = -at - 1;
    if (next == 0) {
      return values[0];
    }
    if (next == knots.length) {
      return values[next - 1];
    }
    double share = (score - knots[next - 1]) / (knots[next] - knots[next - 1]);
    double value = values[next - 1] + share * (values[next] - values[next - 1]);
    return Math.min(value, values[next]);
  }
}
