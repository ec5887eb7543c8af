package org.routerlab.datasets;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Pearson correlations between the columns of a matrix, over the rows where both are observed.
 *
 * <p>Large matrices are sampled: each column against {@value #MAX_PARTNERS} others, on {@value
 * #MAX_ROWS} rows, both evenly spaced.
 */
final class Correlations {

  private static final int MAX_PARTNERS = 64;
  private static final int MAX_ROWS = 20_000;

  /** Fewer common rows than this say nothing about a correlation near 0. */
  private static final int MIN_ROWS = 50;

  /** The pairs of column {@code c} start at {@code c × partners}; NaN where there is no answer. */
  private final double[] values;

  private final int partners;

  private Correlations(double[] values, int partners) {
    this.values = values;
    this.partners = partners;
  }

  static Correlations of(FloatMatrix matrix) {
    int columns = matrix.columns();
    int partners = Math.min(MAX_PARTNERS, columns - 1);
    PairSums sums = new PairSums(columns, partners);
    int rows = Math.min(MAX_ROWS, matrix.rows());
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      matrix.copyRow((int) ((long) i * matrix.rows() / rows), row, 0);
      sums.add(row);
    }
    return new Correlations(sums.correlations(), partners);
  }

  /** The median over all pairs; NaN where no pair has an answer. */
  double median() {
    return median(Arrays.stream(values));
  }

  /** The median over the pairs of one column; NaN where none has an answer. */
  double median(int column) {
    return median(Arrays.stream(values, column * partners, (column + 1) * partners));
  }

  private static double median(DoubleStream stream) {
    double[] sorted = stream.filter(value -> !Double.isNaN(value)).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The sums that correlations need, for each column and its partners. */
  private static final class PairSums {

    private final int columns;
    private final int partners;
    private final int[] counts;
    private final double[] x;
    private final double[] y;
    private final double[] xx;
    private final double[] yy;
    private final double[] xy;

    PairSums(int columns, int partners) {
      this.columns = columns;
      this.partners = partners;
      int pairs = Math.multiplyExact(columns, partners);
      counts = new int[pairs];
      x = new double[pairs];
      y = new double[pairs];
      xx = new double[pairs];
      yy = new double[pairs];
      xy = new double[pairs];
    }

    void add(float[] row) {
      for (int column = 0; column < columns; column++) {
        if (!Float.isNaN(row[column])) {
          for (int i = 0; i < partners; i++) {
            add(column * partners + i, row[column], row[partner(column, i)]);
          }
        }
      }
    }

    private void add(int pair, double a, double b) {
      if (!Double.isNaN(b)) {
        counts[pair]++;
        x[pair] += a;
        y[pair] += b;
        xx[pair] += a * a;
        yy[pair] += b * b;
        xy[pair] += a * b;
      }
    }

    private int partner(int column, int i) {
      int step = 1 + (int) ((long) i * (columns - 1) / partners);
      return (column + step) % columns;
    }

    double[] correlations() {
      return IntStream.range(0, counts.length).mapToDouble(this::correlation).toArray();
    }

    private double correlation(int pair) {
      double n = counts[pair];
      double varianceX = xx[pair] - x[pair] * x[pair] / n;
      double varianceY = yy[pair] - y[pair] * y[pair] / n;
      double covariance = xy[pair] - x[pair] * y[pair] / n;
      // Below this a column is constant but for rounding.
      double floor = 1e-9 * n;
      return n < MIN_ROWS || varianceX < floor || varianceY < floor
          ? Double.NaN
          : covariance / Math.sqrt(varianceX * varianceY);
    }
  }
}
