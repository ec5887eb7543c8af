package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;

/**
 * Sums many columns under many weightings of the queries at once.
 *
 * <p>Dense columns lie side by side, a row a query, so that one weight meets contiguous values;
 * sparse ones are kept as their non-zero values. Each sum adds its terms in the order of the
 * queries, so that it is the same to the last bit however the work is divided. Where all non-zero
 * values of a column are equal, weights are counted and multiplied once, so that the mean of a
 * constant is the same under all weightings.
 */
final class WeightedSums {

  /** Rows handled together are about this many bytes, to stay in a core's second-level cache. */
  private static final int BLOCK_BYTES = 96 * 1024;

  private static final int FEWEST_ROWS = 16;

  private final int size;
  private final int denseCount;
  private final int[] slots;
  // By slot: what all non-zero values of a column are, or else 1.
  private final double[] factors;
  private final double[][] dense;
  private final int[] starts;
  private final int[] sparseSlots;
  private final double[] sparse;

  WeightedSums(int size, List<Column> columns) {
    this.size = size;
    this.denseCount = (int) columns.stream().filter(Column::isDense).count();
    this.slots = slots(columns, denseCount);
    this.factors = factors(columns, slots);
    this.dense = new double[size][denseCount];
    this.starts = new int[size + 1];
    for (Column column : columns) {
      for (int row : column.rows()) {
        starts[row + 1]++;
      }
    }
    for (int row = 0; row < size; row++) {
      starts[row + 1] += starts[row];
    }
    this.sparseSlots = new int[starts[size]];
    this.sparse = new double[starts[size]];
    fill(columns);
  }

  /** Where the sum of a column stands in the sums. */
  int slot(int column) {
    return slots[column];
  }

  /**
   * Adds up all columns under several weightings.
   *
   * @param weights weightings × queries
   * @return weightings × slots
   */
  double[][] sum(int[][] weights) {
    double[][] denseSums = new double[weights.length][denseCount];
    double[][] sums = new double[weights.length][slots.length];
    int block = Math.max(FEWEST_ROWS, BLOCK_BYTES / (Double.BYTES * (denseCount + 1)));
    int[] drawn = new int[block];
    for (int from = 0; from < size; from += block) {
      int to = Math.min(size, from + block);
      for (int i = 0; i < weights.length; i++) {
        int count = drawn(from, to, weights[i], drawn);
        addDense(drawn, count, weights[i], denseSums[i]);
        addSparse(drawn, count, weights[i], sums[i]);
      }
    }
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(denseSums[i], 0, sums[i], 0, denseCount);
      for (int slot = 0; slot < factors.length; slot++) {
        sums[i][slot] *= factors[slot];
      }
    }
    return sums;
  }

  /** Lists the rows with a weight. */
  private static int drawn(int from, int to, int[] weights, int[] drawn) {
    int count = 0;
    for (int row = from; row < to; row++) {
      drawn[count] = row;
      count += weights[row] == 0 ? 0 : 1;
    }
    return count;
  }

  private void addDense(int[] rows, int count, int[] weights, double[] sums) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(rows, i, weights, sums);
    }
    for (; i < count; i++) {
      double weight = weights[rows[i]];
      double[] values = dense[rows[i]];
      for (int column = 0; column < sums.length; column++) {
        sums[column] += weight * values[column];
      }
    }
  }

  /**
   * Adds four rows, one after the other, while the sums stay in registers. Arrays of their own and
   * no offsets let the compiler use vector instructions, which is ten times as fast.
   */
  private void addFour(int[] rows, int at, int[] weights, double[] sums) {
    double weight0 = weights[rows[at]];
    double weight1 = weights[rows[at + 1]];
    double weight2 = weights[rows[at + 2]];
    double weight3 = weights[rows[at + 3]];
    double[] values0 = dense[rows[at]];
    double[] values1 = dense[rows[at + 1]];
    double[] values2 = dense[rows[at + 2]];
    double[] values3 = dense[rows[at + 3]];
    for (int column = 0; column < sums.length; column++) {
      double sum = sums[column] + weight0 * values0[column];
      sum += weight1 * values1[column];
      sum += weight2 * values2[column];
      sums[column] = sum + weight3 * values3[column];
    }
  }

  private void addSparse(int[] rows, int count, int[] weights, double[] sums) {
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      double weight = weights[row];
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        sums[sparseSlots[at]] += weight * sparse[at];
      }
    }
  }

  private static int[] slots(List<Column> columns, int denseCount) {
    int[] slots = new int[columns.size()];
    int nextDense = 0;
    int nextSparse = denseCount;
    for (int column = 0; column < slots.length; column++) {
      slots[column] = columns.get(column).isDense() ? nextDense++ : nextSparse++;
    }
    return slots;
  }

  private static double[] factors(List<Column> columns, int[] slots) {
    double[] factors = new double[slots.length];
    for (int column = 0; column < slots.length; column++) {
      double[] values =
          Arrays.stream(columns.get(column).values()).filter(v -> v != 0).distinct().toArray();
      factors[slots[column]] = values.length == 1 && Double.isFinite(values[0]) ? values[0] : 1;
    }
    return factors;
  }

  private void fill(List<Column> columns) {
    int[] next = starts.clone();
    for (int number = 0; number < slots.length; number++) {
      Column column = columns.get(number);
      double[] values = column.values();
      double factor = factors[slots[number]];
      for (int i = 0; i < values.length; i++) {
        double value = factor == 1 ? values[i] : values[i] / factor;
        if (column.isDense()) {
          dense[i][slots[number]] = value;
        } else {
          int at = next[column.rows()[i]]++;
          sparseSlots[at] = slots[number];
          sparse[at] = value;
        }
      }
    }
  }
}
