package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/** Keeps estimates of scores where scores are. */
public final class UnitInterval {

  private UnitInterval() {}

  /** A copy with values below 0 raised to 0 and values above 1 lowered to 1. */
  public static FloatMatrix clip(FloatMatrix matrix) {
    float[] values = matrix.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, values[i]));
    }
    return FloatMatrix.wrap(matrix.rows(), matrix.columns(), values);
  }
}
