package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * A linear map with a bias: in plain Java as a record, on the engine's arrays as {@link #forward}.
 *
 * @param weights outputs × inputs
 * @param bias one an output
 */
record Affine(PackedMatrix weights, float[] bias) {

  /** Of a parameter matrix and a parameter row. */
  static Affine of(FloatMatrix weights, FloatMatrix bias) {
    return new Affine(PackedMatrix.of(weights), bias.row(0));
  }

  /** Without a bias. */
  static Affine linear(FloatMatrix weights) {
    return new Affine(PackedMatrix.of(weights), new float[weights.rows()]);
  }

  /** Rows × inputs to rows × outputs; each row depends on that row alone. */
  FloatMatrix apply(FloatMatrix rows) {
    float[] values = Kernels.product(rows, weights).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += bias[i % bias.length];
    }
    return FloatMatrix.wrap(rows.rows(), bias.length, values);
  }

  /** The same on the engine's arrays. */
  static NDArray forward(NDArray rows, NDArray weights, NDArray bias) {
    return rows.dot(weights.transpose()).add(bias);
  }
}
