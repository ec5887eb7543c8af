package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;

/**
 * A metric with each query left out in turn, and the standard error that follows from it.
 *
 * <p>The jackknife: SE² = (n − 1)/n Σ_i (v_i − v̄)², v_i the value without query i. Of a mean over
 * queries it is the textbook's s/√n, to rounding; of other metrics it goes by what each query
 * contributes. Of what jumps or has kinks, such as the peak of a curve or the cost at which it
 * reaches a level, it is a rough guide only.
 */
final class LeaveOneOut {

  private LeaveOneOut() {}

  /** The value without each query of the test set. */
  static double[] of(RouterRuns runs, Metric metric) {
    Reading reading = metric.reading(runs);
    List<Column> columns = reading.columns();
    double[] all = new double[columns.size()];
    for (int column = 0; column < all.length; column++) {
      for (double value : columns.get(column).values()) {
        all[column] += value;
      }
    }
    int[] next = new int[all.length];
    int[] counts = new int[runs.test().size()];
    Arrays.fill(counts, 1);
    double[] sums = new double[all.length];
    double[] without = new double[runs.test().size()];
    for (int row = 0; row < without.length; row++) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] = all[column] - valueAt(columns.get(column), row, next, column);
      }
      counts[row] = 0;
      without[row] = reading.value().of(sums, counts);
      counts[row] = 1;
    }
    return without;
  }

  /** The value of a column on a row, asked row after row; {@code next} is its place so far. */
  private static double valueAt(Column column, int row, int[] next, int number) {
    if (column.isDense()) {
      return column.values()[row];
    }
    int[] rows = column.rows();
    boolean isKept = next[number] < rows.length && rows[next[number]] == row;
    return isKept ? column.values()[next[number]++] : 0;
  }

  /** The standard error of the paired difference of two metrics or routers; NaN below two rows. */
  static double standardError(double[] first, double[] second) {
    double n = first.length;
    double mean = 0;
    for (int row = 0; row < first.length; row++) {
      mean += (first[row] - second[row]) / n;
    }
    double squares = 0;
    for (int row = 0; row < first.length; row++) {
      double deviation = first[row] - second[row] - mean;
      squares += deviation * deviation;
    }
    double error = Math.sqrt(squares * (n - 1) / n);
    return first.length > 1 && Double.isFinite(error) ? error : Double.NaN;
  }
}
