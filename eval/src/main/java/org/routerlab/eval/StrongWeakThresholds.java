package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The recovered gap at thresholds instead of at every query: the strong model is called where the
 * priority reaches a threshold. Thresholds are quantiles of all queries and stay on a resample, so
 * that this curve, unlike the exact one, is a function of sums.
 */
final class StrongWeakThresholds {

  private static final int BINS = 10;

  private StrongWeakThresholds() {}

  /** Which queries, and what gain, each lower threshold adds; from that which adds first. */
  static List<Column> columns(TestSet test, ModelPair pair, double[] priority) {
    double[][] calls = new double[BINS][test.size()];
    double[][] gains = new double[BINS][test.size()];
    double[] thresholds = quantiles(priority);
    for (int row = 0; row < test.size(); row++) {
      int step = 0;
      while (priority[row] < thresholds[BINS - 1 - step]) {
        step++;
      }
      calls[step][row] = 1;
      gains[step][row] = test.score(row, pair.strong()) - test.score(row, pair.weak());
    }
    List<Column> columns = new ArrayList<>();
    for (int step = 0; step < BINS; step++) {
      columns.add(Column.of(calls[step]));
      columns.add(Column.of(gains[step]));
    }
    return columns;
  }

  /** The columns of a router that has no thresholds. */
  static List<Column> unknown(TestSet test) {
    return Collections.nCopies(2 * BINS, Column.constant(test.size(), Double.NaN));
  }

  /** The area by the trapezoid rule, in terms of the gap; NaN where there is no gap. */
  static double recoveredArea(double[] sums) {
    double n = 0;
    double gained = 0;
    double area = 0;
    for (int step = 0; step < BINS; step++) {
      n += sums[2 * step];
      area += sums[2 * step] * (gained + sums[2 * step + 1] / 2);
      gained += sums[2 * step + 1];
    }
    return gained > StrongWeakOrder.ROUNDING * n ? area / (n * gained) : Double.NaN;
  }

  /**
   * The share of calls that recovers {@code percent} of the gap, read off as if accuracy grew with
   * calls throughout: by bisection for the last threshold that does not reach the target, and a
   * straight line to the next. NaN where there is no gap.
   */
  static double shareRecovering(double[] sums, int percent) {
    double[] called = new double[BINS + 1];
    double[] gained = new double[BINS + 1];
    for (int step = 0; step < BINS; step++) {
      called[step + 1] = called[step] + sums[2 * step];
      gained[step + 1] = gained[step] + sums[2 * step + 1];
    }
    double n = called[BINS];
    if (!(gained[BINS] > StrongWeakOrder.ROUNDING * n)) {
      return Double.NaN;
    }
    double target = percent * gained[BINS] / 100;
    int low = 0;
    int high = BINS + 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (gained[middle] <= target + StrongWeakOrder.ROUNDING * n) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    double share = (target - gained[low - 1]) / (gained[low] - gained[low - 1]);
    return (called[low - 1] + Math.max(0, share) * (called[low] - called[low - 1])) / n;
  }

  /** The thresholds from which the strong model is called; at the greatest value it is not. */
  private static double[] quantiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[BINS];
    for (int bin = 0; bin < BINS && sorted.length > 0; bin++) {
      double position = (sorted.length - 1) * bin / (double) BINS;
      int below = (int) position;
      double above = sorted[Math.min(sorted.length - 1, below + 1)];
      quantiles[bin] = sorted[below] + (position - below) * (above - sorted[below]);
    }
    return quantiles;
  }
}
