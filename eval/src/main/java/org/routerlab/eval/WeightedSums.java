package org.routerlab.eval;

import java.util.List;

/**
 * Sums many columns under many weightings of the queries at once.
 *
 * <p>Dense columns lie side by side, a row a query, so that one weight meets contiguous values;
 * sparse ones are kept as their non-zero values. Each sum adds its terms in the order of the
 * queries, so that it is the same to the last bit however the work is divided.
 */
final class WeightedSums {

  /** Rows handled together are about this many bytes, to stay in a core's second-level cache. */
  private static final int BLOCK_BYTES = 128 * 1024;

  private final int size;
  private final int denseCount;
  private final int[] slots;
  private final double[] dense;
  private final int[] starts;
  private final int[] sparseSlots;
  private final double[] sparse;

  WeightedSums(int size, List<Column> columns) {
    this.size = size;
    this.denseCount = (int) columns.stream().filter(Column::isDense).count();
    this.slots = slots(columns, denseCount);
    this.dense = new double[Math.multiplyExact(size, denseCount)];
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

  /** The number of columns. */
  int columns() {
    return slots.length;
  }

  /** Where the sum of a column stands in the sums. */
  int slot(int column) {
    return slots[column];
  }

  /**
   * Adds up all columns under several weightings.
   *
   * @param weights weightings × queries
   * @param sums weightings × slots, all 0 at first
   */
  void sum(int[][] weights, double[][] sums) {
    int rowBytes = Double.BYTES * (denseCount + 1) + 12 * (starts[size] / Math.max(1, size));
    int block = Math.max(1, BLOCK_BYTES / rowBytes);
    for (int from = 0; from < size; from += block) {
      int to = Math.min(size, from + block);
      for (int i = 0; i < weights.length; i++) {
        addRows(from, to, weights[i], sums[i]);
      }
    }
  }

  private void addRows(int from, int to, int[] weights, double[] sums) {
    for (int row = from; row < to; row++) {
      int weight = weights[row];
      if (weight == 0) {
        continue;
      }
      addDense(weight, row * denseCount, sums);
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        sums[sparseSlots[i]] += weight * sparse[i];
      }
    }
  }

  /** Kept apart and plain, so that the compiler turns it into vector instructions. */
  private void addDense(double weight, int offset, double[] sums) {
    for (int column = 0; column < denseCount; column++) {
      sums[column] += weight * dense[offset + column];
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

  private void fill(List<Column> columns) {
    int[] next = starts.clone();
    for (int number = 0; number < slots.length; number++) {
      Column column = columns.get(number);
      double[] values = column.values();
      for (int i = 0; i < values.length; i++) {
        if (column.isDense()) {
          dense[i * denseCount + slots[number]] = values[i];
        } else {
          int at = next[column.rows()[i]]++;
          sparseSlots[at] = slots[number];
          sparse[at] = values[i];
        }
      }
    }
  }
}
