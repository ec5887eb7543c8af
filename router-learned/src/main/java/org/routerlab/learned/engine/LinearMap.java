package org.routerlab.learned.engine;

import java.util.function.UnaryOperator;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/** A linear function with an intercept for each output. */
public final class LinearMap implements UnaryOperator<FloatMatrix> {

  private final PackedMatrix weights;
  private final float[] intercepts;

  /**
   * A linear function.
   *
   * @param weights outputs × features
   * @param intercepts one an output
   */
  public LinearMap(double[][] weights, double[] intercepts) {
    float[][] rows = new float[weights.length][];
    this.intercepts = new float[intercepts.length];
    for (int output = 0; output < rows.length; output++) {
      rows[output] = new float[weights[output].length];
      for (int i = 0; i < rows[output].length; i++) {
        rows[output][i] = (float) weights[output][i];
      }
      this.intercepts[output] = (float) intercepts[output];
    }
    this.weights = PackedMatrix.of(FloatMatrix.of(rows));
  }

  @Override
  public FloatMatrix apply(FloatMatrix vectors) {
    float[] values = Kernels.product(vectors, weights).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += intercepts[i % intercepts.length];
    }
    return FloatMatrix.wrap(vectors.rows(), intercepts.length, values);
  }
}
