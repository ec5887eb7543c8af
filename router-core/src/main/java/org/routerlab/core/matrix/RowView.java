package org.routerlab.core.matrix;

import java.util.Objects;

/** Chosen rows of another matrix. */
final class RowView implements FloatMatrix {

  private final FloatMatrix base;
  private final int[] rowIndices;

  RowView(FloatMatrix base, int[] rowIndices) {
    for (int row : rowIndices) {
      Objects.checkIndex(row, base.rows());
    }
    // A view of a view points straight at the matrix below.
    if (base instanceof RowView view) {
      int[] composed = new int[rowIndices.length];
      for (int i = 0; i < composed.length; i++) {
        composed[i] = view.rowIndices[rowIndices[i]];
      }
      this.base = view.base;
      this.rowIndices = composed;
    } else {
      this.base = base;
      this.rowIndices = rowIndices.clone();
    }
  }

  @Override
  public int rows() {
    return rowIndices.length;
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public float get(int row, int column) {
    return base.get(rowIndices[row], column);
  }

  @Override
  public void copyRow(int row, float[] destination, int offset) {
    base.copyRow(rowIndices[row], destination, offset);
  }
}
