package org.routerlab.datasets;

import java.util.Arrays;
import java.util.function.IntPredicate;
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

  private final int[] rows;
  private final int columns;
  private final int partners;

  private Correlations(PairSums sums) {
    this.values = sums.correlations();
    this.rows = sums.counts;
    this.columns = sums.columns;
    this.partners = sums.partners;
  }

  static Correlations of(FloatMatrix matrix) {
    return of(matrix, (number, row) -> {});
  }

  /** What is left of the correlations within groups of rows: every value less its group's mean. */
  static Correlations within(FloatMatrix matrix, int[] groupOfRow) {
    return of(matrix, new GroupMeans(matrix, groupOfRow));
  }

  /** Changes a row before it is counted. */
  @FunctionalInterface
  interface RowChange {
    void apply(int number, float[] row);
  }

  private static Correlations of(FloatMatrix matrix, RowChange change) {
    int columns = matrix.columns();
    PairSums sums = new PairSums(columns, Math.min(MAX_PARTNERS, columns - 1));
    int rows = Math.min(MAX_ROWS, matrix.rows());
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      int number = (int) ((long) i * matrix.rows() / rows);
      matrix.copyRow(number, row, 0);
      change.apply(number, row);
      sums.add(row);
    }
    return new Correlations(sums);
  }

  int columns() {
    return columns;
  }

  /** The correlations of a column with those of the others that are meant, in no order. */
  double[] of(int column, IntPredicate others) {
    return pairs(column, others).mapToDouble(pair -> values[pair]).toArray();
  }

  /** The median number of rows behind {@link #of}; 0 where there are none. */
  double rows(int column, IntPredicate others) {
    double median = median(pairs(column, others).mapToDouble(pair -> rows[pair]).toArray());
    return Double.isNaN(median) ? 0 : median;
  }

  private IntStream pairs(int column, IntPredicate others) {
    return IntStream.range(0, partners)
        .filter(i -> others.test(partner(column, i, columns, partners)))
        .map(i -> column * partners + i)
        .filter(pair -> !Double.isNaN(values[pair]));
  }

  /** The median; NaN where there are no values. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static int partner(int column, int i, int columns, int partners) {
    int step = 1 + (int) ((long) i * (columns - 1) / partners);
    return (column + step) % columns;
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
            add(column * partners + i, row[column], row[partner(column, i, columns, partners)]);
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
