package org.routerlab.learned.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/** Weighted sums of exp(−gamma · squared distance) to given points, and intercepts. */
final class KernelSum implements UnaryOperator<FloatMatrix> {

  /** Bounds the memory for distances; a prediction does not depend on it. */
  private static final int ROWS_AT_ONCE = 1024;

  private final PackedMatrix points;
  private final float[] squares;
  private final float gamma;
  private final PackedMatrix weights;
  private final float[] intercepts;

  KernelSum(FloatMatrix points, float gamma, FloatMatrix weights, float[] intercepts) {
    this.points = PackedMatrix.of(points);
    this.squares = squares(points);
    this.gamma = gamma;
    this.weights = PackedMatrix.of(weights);
    this.intercepts = intercepts;
  }

  private static float[] squares(FloatMatrix rows) {
    float[] squares = new float[rows.rows()];
    for (int row = 0; row < squares.length; row++) {
      float[] values = rows.row(row);
      squares[row] = Kernels.dot(values, values);
    }
    return squares;
  }

  @Override
  public FloatMatrix apply(FloatMatrix rows) {
    List<FloatMatrix> parts = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(rows.rows(), start + ROWS_AT_ONCE);
      parts.add(part(rows.selectRows(IntStream.range(start, end).toArray())));
      start = end;
    } while (start < rows.rows());
    return FloatMatrix.concatenate(parts);
  }

  private FloatMatrix part(FloatMatrix rows) {
    float[] similarities = Kernels.product(rows, points).toArray();
    float[] own = squares(rows);
    IntStream.range(0, own.length)
        .parallel()
        .forEach(
            row -> {
              for (int point = 0; point < squares.length; point++) {
                int i = row * squares.length + point;
                float distance = Math.max(0, own[row] + squares[point] - 2 * similarities[i]);
                similarities[i] = (float) StrictMath.exp(-gamma * distance);
              }
            });
    float[] sums =
        Kernels.product(FloatMatrix.wrap(own.length, squares.length, similarities), weights)
            .toArray();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += intercepts[i % intercepts.length];
    }
    return FloatMatrix.wrap(own.length, intercepts.length, sums);
  }
}
