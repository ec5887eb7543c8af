package org.routerlab.core.matrix;

import org.routerlab.core.Require;

/** A matrix in one array on the heap. */
final class HeapMatrix implements FloatMatrix {

  private final int rows;
  private final int columns;
  private final float[] values;

  HeapMatrix(int rows, int columns, float[] values) {
    Require.equal("values", values.length, "rows × columns", Math.multiplyExact(rows, columns));
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public float get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    return values[row * columns + column];
  }

  @Override
  public void copyRow(int row, float[] destination, int offset) {
    System.arraycopy(values, row * columns, destination, offset, columns);
  }
}
