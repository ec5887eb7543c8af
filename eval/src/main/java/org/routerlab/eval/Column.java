package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * One number a query: what metrics are sums of.
 *
 * <p>A column with few values other than 0 keeps only those, so that metrics may be made of many
 * such columns at little cost. Two columns of the same numbers are equal.
 */
public final class Column {

  /** The share of non-zero values from which on a column is kept in full. */
  private static final int SPARSE_BELOW_ONE_IN = 4;

  private final int size;
  private final int[] rows;
  private final double[] values;

  private Column(int size, int[] rows, double[] values) {
    this.size = size;
    this.rows = rows;
    this.values = values;
  }

  /** A column of the given values, one a query, copied. */
  public static Column of(double[] values) {
    int filled = 0;
    for (double value : values) {
      filled += value == 0 ? 0 : 1;
    }
    if (filled * (long) SPARSE_BELOW_ONE_IN >= values.length) {
      return new Column(values.length, new int[0], values.clone());
    }
    int[] rows = new int[filled];
    double[] kept = new double[filled];
    int next = 0;
    for (int row = 0; row < values.length; row++) {
      if (values[row] != 0) {
        rows[next] = row;
        kept[next++] = values[row];
      }
    }
    return new Column(values.length, rows, kept);
  }

  /**
   * A column that is 0 but for some rows.
   *
   * @param size the number of queries
   * @param rows ascending
   * @param values one for each of {@code rows}
   */
  static Column of(int size, int[] rows, double[] values) {
    double[] all = new double[size];
    for (int i = 0; i < rows.length; i++) {
      all[rows[i]] = values[i];
    }
    return of(all);
  }

  /** A column of one value for all of {@code size} queries. */
  public static Column constant(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return of(values);
  }

  /** A column of a value for each of {@code size} queries. */
  static Column of(int size, IntToDoubleFunction value) {
    double[] values = new double[size];
    Arrays.setAll(values, value);
    return of(values);
  }

  /** The mean of columns of the same queries, a query at a time. */
  static Column mean(List<Column> columns) {
    Column first = columns.get(0);
    if (columns.stream().allMatch(first::equals)) {
      return first;
    }
    double[] sums = new double[first.size];
    for (Column column : columns) {
      column.addTo(sums, 1);
    }
    for (int row = 0; row < sums.length; row++) {
      sums[row] /= columns.size();
    }
    return of(sums);
  }

  /** The number of queries. */
  public int size() {
    return size;
  }

  /** The values, one a query, as a new array. */
  public double[] toArray() {
    double[] all = new double[size];
    addTo(all, 1);
    return all;
  }

  boolean isDense() {
    return values.length == size;
  }

  /** The rows of the kept values, ascending; empty where all are kept. Not to be changed. */
  int[] rows() {
    return rows;
  }

  /** The kept values. Not to be changed. */
  double[] values() {
    return values;
  }

  /** This column with 0 outside {@code subset}. */
  Column within(QuerySubset subset) {
    double[] all = toArray();
    double[] kept = new double[size];
    for (int row : subset.rows()) {
      kept[row] = all[row];
    }
    return of(kept);
  }

  /** Adds {@code factor} times each value to the sum of its query. */
  void addTo(double[] sums, double factor) {
    boolean dense = isDense();
    for (int i = 0; i < values.length; i++) {
      sums[dense ? i : rows[i]] += factor * values[i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column column
        && size == column.size
        && Arrays.equals(rows, column.rows)
        && Arrays.equals(values, column.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rows) + Arrays.hashCode(values);
  }
}
