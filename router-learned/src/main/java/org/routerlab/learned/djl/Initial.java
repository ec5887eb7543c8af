package org.routerlab.learned.djl;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.routerlab.core.matrix.FloatMatrix;

/** Parameters before training. */
final class Initial {

  private Initial() {}

  /** Weights drawn uniformly from ±1/√columns. */
  static Parameter uniform(int rows, int columns, SplittableRandom random) {
    double bound = 1 / Math.sqrt(columns);
    return drawn(rows, columns, () -> bound * (2 * random.nextDouble() - 1));
  }

  /** Normal weights. */
  static Parameter normal(int rows, int columns, double deviation, SplittableRandom random) {
    return drawn(rows, columns, () -> deviation * random.nextGaussian());
  }

  /** Weights that start at 0. */
  static Parameter zeros(int rows, int columns) {
    return new Parameter(FloatMatrix.wrap(rows, columns, new float[rows * columns]), true);
  }

  /** A row that does not decay. */
  static Parameter bias(int columns, float value) {
    float[] values = new float[columns];
    Arrays.fill(values, value);
    return new Parameter(FloatMatrix.wrap(1, columns, values), false);
  }

  private static Parameter drawn(int rows, int columns, DoubleSupplier source) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) source.getAsDouble();
    }
    return new Parameter(FloatMatrix.wrap(rows, columns, values), true);
  }
}
