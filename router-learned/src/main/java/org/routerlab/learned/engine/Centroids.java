package org.routerlab.learned.engine;

import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/** The centres of clusters. */
final class Centroids {

  private final PackedMatrix packed;
  private final double[] squaredLengths;

  Centroids(FloatMatrix rows) {
    this.packed = PackedMatrix.of(rows);
    this.squaredLengths = squaredLengths(rows);
  }

  /** The dot product of each row with itself, by the kernel that multiplies rows. */
  static double[] squaredLengths(FloatMatrix rows) {
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> Kernels.dot(rows.row(row), rows.row(row)))
        .toArray();
  }

  int size() {
    return packed.rows();
  }

  /**
   * Squared Euclidean distances less the squared length of the row, which orders centroids alike:
   * rows × centroids.
   */
  double[][] relativeDistances(FloatMatrix rows) {
    FloatMatrix products = Kernels.product(rows, packed);
    double[][] distances = new double[rows.rows()][size()];
    for (int row = 0; row < distances.length; row++) {
      for (int centroid = 0; centroid < size(); centroid++) {
        distances[row][centroid] = squaredLengths[centroid] - 2.0 * products.get(row, centroid);
      }
    }
    return distances;
  }

  /** The nearest centroid of each row; ties go to the lower. */
  int[] nearest(FloatMatrix rows) {
    double[][] distances = relativeDistances(rows);
    return IntStream.range(0, distances.length).map(row -> lowest(distances[row])).toArray();
  }

  static int lowest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] < values[best]) {
        best = i;
      }
    }
    return best;
  }
}
