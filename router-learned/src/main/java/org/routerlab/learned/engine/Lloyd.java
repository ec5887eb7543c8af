package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * Lloyd's algorithm for k-means, started by k-means++.
 *
 * <p>Products are computed a row at a time by one thread each; everything that adds up rows is
 * sequential and in double precision. A cluster that loses all its points restarts at the point
 * farthest from its centroid.
 */
final class Lloyd {

  private static final int ITERATIONS = 100;
  private static final double TOLERANCE = 1e-4;

  private final FloatMatrix points;
  private final PackedMatrix packedPoints;
  private final double[] squaredLengths;
  private final int clusters;

  /**
   * Where a run ended.
   *
   * @param centroids clusters × dimensions
   * @param inertia the sum of squared distances of the points to their centroids
   */
  record Result(FloatMatrix centroids, double inertia) {}

  /** Needs more distinct points than clusters. */
  Lloyd(FloatMatrix points, int clusters) {
    this.points = points;
    this.packedPoints = PackedMatrix.of(points);
    this.squaredLengths = Centroids.squaredLengths(points);
    this.clusters = clusters;
  }

  Result run(SplittableRandom random) {
    FloatMatrix centroids = points.selectRows(plusPlus(random));
    Assignment assignment = assign(centroids);
    double before = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      if (before - assignment.inertia() <= TOLERANCE * assignment.inertia()) {
        break;
      }
      before = assignment.inertia();
      centroids = means(assignment.refilled(centroids.rows()), centroids.rows());
      assignment = assign(centroids);
    }
    return new Result(centroids, assignment.inertia());
  }

  /** The rows of the first centroids, each drawn by its squared distance to those before it. */
  private int[] plusPlus(SplittableRandom random) {
    int[] chosen = new int[clusters];
    chosen[0] = random.nextInt(points.rows());
    double[] nearest = new double[points.rows()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int next = 1; next < clusters; next++) {
      double[] distances = assign(points.selectRows(new int[] {chosen[next - 1]})).distances();
      double total = 0;
      for (int row = 0; row < nearest.length; row++) {
        nearest[row] = Math.min(nearest[row], distances[row]);
        total += nearest[row];
      }
      if (total == 0) {
        // The remaining points differ from the chosen ones by rounding only.
        return Arrays.copyOf(chosen, next);
      }
      chosen[next] = draw(nearest, random.nextDouble() * total);
    }
    return chosen;
  }

  /** The row at which the running sum of weights passes {@code target}. */
  private static int draw(double[] weights, double target) {
    double sum = 0;
    int last = 0;
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] > 0) {
        sum += weights[row];
        last = row;
        if (sum > target) {
          break;
        }
      }
    }
    return last;
  }

  /** Assigns every point to its nearest centroid; ties go to the lower. */
  private Assignment assign(FloatMatrix centroids) {
    // Centroids × points, so that the many points are packed once for all iterations.
    FloatMatrix products = Kernels.product(centroids, packedPoints);
    double[] lengths = Centroids.squaredLengths(centroids);
    int[] clusterOf = new int[points.rows()];
    double[] distances = new double[points.rows()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int centroid = 0; centroid < centroids.rows(); centroid++) {
      float[] row = products.row(centroid);
      for (int point = 0; point < row.length; point++) {
        double distance = lengths[centroid] - 2.0 * row[point] + squaredLengths[point];
        if (distance < distances[point]) {
          distances[point] = distance;
          clusterOf[point] = centroid;
        }
      }
    }
    // Rounding can leave a distance of 0 slightly below it.
    return new Assignment(clusterOf, Arrays.stream(distances).map(d -> Math.max(0, d)).toArray());
  }

  private FloatMatrix means(int[] clusterOf, int count) {
    int columns = points.columns();
    double[] sums = new double[count * columns];
    int[] sizes = new int[count];
    float[] point = new float[columns];
    for (int row = 0; row < clusterOf.length; row++) {
      points.copyRow(row, point, 0);
      int offset = clusterOf[row] * columns;
      for (int column = 0; column < columns; column++) {
        sums[offset + column] += point[column];
      }
      sizes[clusterOf[row]]++;
    }
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / Math.max(1, sizes[i / columns]));
    }
    return FloatMatrix.wrap(count, columns, means);
  }

  /** The cluster of each point, and its squared distance to the centroid. */
  record Assignment(int[] clusterOf, double[] distances) {

    double inertia() {
      double sum = 0;
      for (double distance : distances) {
        sum += distance;
      }
      return sum;
    }

    /** The clusters, each empty one given the farthest point that leaves no other empty. */
    int[] refilled(int count) {
      int[] refilled = clusterOf.clone();
      int[] sizes = new int[count];
      Arrays.stream(refilled).forEach(cluster -> sizes[cluster]++);
      double[] remaining = distances.clone();
      for (int cluster = 0; cluster < count; cluster++) {
        if (sizes[cluster] == 0) {
          int far = farthest(remaining, refilled, sizes);
          sizes[refilled[far]]--;
          refilled[far] = cluster;
          sizes[cluster] = 1;
          remaining[far] = 0;
        }
      }
      return refilled;
    }

    private static int farthest(double[] distances, int[] clusterOf, int[] sizes) {
      int far = -1;
      for (int row = 0; row < distances.length; row++) {
        if (sizes[clusterOf[row]] > 1 && (far < 0 || distances[row] > distances[far])) {
          far = row;
        }
      }
      return far;
    }
  }
}
