package org.routerlab.datasets.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/** A matrix of which neither rows nor columns are known before; NaN where nothing was set. */
final class GrowingMatrix {

  private static final int FIRST_ROWS = 1024;

  private final List<float[]> columns = new ArrayList<>();
  private boolean empty = true;

  /** Whether no cell was set to anything but NaN. */
  boolean isEmpty() {
    return empty;
  }

  float get(int row, int column) {
    return column < columns.size() && row < columns.get(column).length
        ? columns.get(column)[row]
        : Float.NaN;
  }

  void set(int row, int column, float value) {
    if (Float.isNaN(value)) {
      return;
    }
    empty = false;
    while (columns.size() <= column) {
      columns.add(new float[0]);
    }
    float[] values = columns.get(column);
    if (row >= values.length) {
      int length = Math.max(FIRST_ROWS, Math.max(row + 1, values.length + values.length / 2));
      float[] longer = Arrays.copyOf(values, length);
      Arrays.fill(longer, values.length, length, Float.NaN);
      columns.set(column, longer);
      values = longer;
    }
    values[row] = value;
  }

  FloatMatrix toMatrix(int rows, int width) {
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int column = 0; column < width; column++) {
      for (int row = 0; row < rows; row++) {
        values[row * width + column] = get(row, column);
      }
    }
    return FloatMatrix.wrap(rows, width, values);
  }
}
