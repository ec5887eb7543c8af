package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/** Rows scaled to length 1, so that dot products are cosines. */
public final class UnitRows {

  private UnitRows() {}

  /** A copy with every row scaled to length 1; a row of zeros stays as it is. */
  public static FloatMatrix of(FloatMatrix matrix) {
    int columns = matrix.columns();
    float[] values = matrix.toArray();
    for (int start = 0; start < values.length; start += columns) {
      double squares = 0;
      for (int i = start; i < start + columns; i++) {
        squares += (double) values[i] * values[i];
      }
      double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
      for (int i = start; i < start + columns; i++) {
        values[i] = (float) (values[i] * scale);
      }
    }
    return FloatMatrix.wrap(matrix.rows(), columns, values);
  }

  /** The Euclidean length of a row. */
  static double length(float[] row) {
    double squares = 0;
    for (float value : row) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
