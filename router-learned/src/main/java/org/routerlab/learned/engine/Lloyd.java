package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.routerlab.core.matrix.FloatMatrix;

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
  private final double[] squaredLengths;
  private final int clusters;

  /**
   * Where a run ended.
   *
   * @param inertia the sum of squared distances of the points to their centroids
   */
  record Result(Centroids centroids, double inertia) {}

  /** Needs more distinct points than clusters. */
  Lloyd(FloatMatrix points, int clusters) {
    this.points = points;
    this.squaredLengths = Centroids.squaredLengths(points);
    this.clusters = clusters;
  }

  Result run(SplittableRandom random) {
    Centroids centroids = new Centroids(points.selectRows(plusPlus(random)));
    double inertia = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      Assignment assignment = assign(centroids);
      boolean settled = inertia - assignment.inertia() <= TOLERANCE * assignment.inertia();
      inertia = assignment.inertia();
      if (settled) {
        break;
      }
      centroids = new Centroids(means(assignment.refilled(centroids.size()), centroids.size()));
    }
    return new Result(centroids, assign(centroids).inertia());
  }

  /** The rows of the first centroids, each drawn by its squared distance to those before it. */
  private int[] plusPlus(SplittableRandom random) {
    int[] chosen = new int[clusters];
    chosen[0] = random.nextInt(points.rows());
    double[] distances = new double[points.rows()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int next = 1; next < clusters; next++) {
      Centroids last = new Centroids(points.selectRows(new int[] {chosen[next - 1]}));
      double[][] toLast = last.relativeDistances(points);
      double total = 0;
      for (int row = 0; row < distances.length; row++) {
        double distance = Math.max(0, toLast[row][0] + squaredLengths[row]);
        distances[row] = Math.min(distances[row], distance);
        total += distances[row];
      }
      if (total == 0) {
        // The remaining points differ from the chosen ones by rounding only.
        return Arrays.copyOf(chosen, next);
      }
      chosen[next] = draw(distances, random.nextDouble() * total);
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

  private Assignment assign(Centroids centroids) {
    double[][] all = centroids.relativeDistances(points);
    int[] clusterOf = new int[all.length];
    double[] distances = new double[all.length];
    for (int row = 0; row < all.length; row++) {
      clusterOf[row] = Centroids.lowest(all[row]);
      distances[row] = Math.max(0, all[row][clusterOf[row]] + squaredLengths[row]);
    }
    return new Assignment(clusterOf, distances);
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
