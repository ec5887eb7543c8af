package org.routerlab.learned.engine;

import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/** The centres of clusters. */
final class Centroids {

  private final FloatMatrix rows;
  private final PackedMatrix packed;
  private final double[] squaredLengths;

  Centroids(FloatMatrix rows) {
    this.rows = rows;
    this.packed = PackedMatrix.of(rows);
    this.squaredLengths = squaredLengths(rows);
  }

  /** The dot product of each row with itself, by the kernel that multiplies rows. */
  static double[] squaredLengths(FloatMatrix rows) {
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> Kernels.dot(rows.row(row), rows.row(row)))
        .toArray();
  }

  FloatMatrix rows() {
    return rows;
  }

  int size() {
    return packed.rows();
  }

  /** The nearest centroid of each row by Euclidean distance; ties go to the lower. */
  int[] nearest(FloatMatrix rows) {
    FloatMatrix products = Kernels.product(rows, packed);
    return IntStream.range(0, rows.rows()).map(row -> nearest(products.row(row))).toArray();
  }

  /** The clusters near each row, a row at a time. */
  Near[] nearest(FloatMatrix rows, int count) {
    FloatMatrix products = Kernels.product(rows, packed);
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> Near.of(distances(products.row(row)), count))
        .toArray(Near[]::new);
  }

  private int nearest(float[] products) {
    return lowest(distances(products));
  }

  /** Squared, less the squared length of the row, which is the same for all centroids. */
  private double[] distances(float[] products) {
    double[] distances = new double[products.length];
    for (int centroid = 0; centroid < distances.length; centroid++) {
      distances[centroid] = squaredLengths[centroid] - 2.0 * products[centroid];
    }
    return distances;
  }

  /**
   * Clusters near a row.
   *
   * @param clusters nearest first; equally near ones by their number
   * @param excess how much farther each is than the nearest, as a difference of squared distances
   */
  record Near(int[] clusters, double[] excess) {

    static Near of(double[] distances, int count) {
      int[] clusters = new int[Math.min(count, distances.length)];
      double[] excess = new double[clusters.length];
      double[] remaining = distances.clone();
      for (int rank = 0; rank < clusters.length; rank++) {
        int next = lowest(remaining);
        clusters[rank] = next;
        excess[rank] = distances[next] - distances[clusters[0]];
        remaining[next] = Double.POSITIVE_INFINITY;
      }
      return new Near(clusters, excess);
    }
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
