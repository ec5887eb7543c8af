package org.routerlab.learned.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A division of the embedding space into clusters around centroids, by k-means.
 *
 * <p>Rows are scaled to length 1 first; the distance is Euclidean. The same seed gives the same
 * clusters on any number of threads.
 */
public final class Clustering {

  private static final int STARTS = 3;

  private final Centroids centroids;

  private Clustering(Centroids centroids) {
    this.centroids = centroids;
  }

  /**
   * Clusters points: the best of three runs of Lloyd's algorithm by inertia, each started by
   * k-means++.
   *
   * <p>Where there are no more distinct points than clusters asked for, each distinct point is its
   * own cluster.
   *
   * @param points at least one row
   * @param clusters at least 1
   */
  public static Clustering of(FloatMatrix points, int clusters, Seed seed) {
    Require.positive("points to cluster", points.rows());
    Require.positive("clusters", clusters);
    FloatMatrix unit = UnitRows.of(points);
    int[] distinct = distinctRows(unit, clusters + 1);
    if (distinct.length <= clusters) {
      return new Clustering(new Centroids(unit.selectRows(distinct)));
    }
    Lloyd lloyd = new Lloyd(unit, clusters);
    Lloyd.Result best = lloyd.run(seed.stream("k-means start 0"));
    for (int start = 1; start < STARTS; start++) {
      Lloyd.Result other = lloyd.run(seed.stream("k-means start " + start));
      best = other.inertia() < best.inertia() ? other : best;
    }
    return new Clustering(new Centroids(best.centroids()));
  }

  /** The clusters of the training queries, shared by all methods that want them. */
  public static Clustering of(RoutingData train, int clusters, TrainingContext context) {
    FloatMatrix points = train.queries().embeddings();
    return context.shared(
        points, new Key(clusters, context.seed()), () -> of(points, clusters, context.seed()));
  }

  private record Key(int clusters, Seed seed) {}

  /** The first rows of each value, in order, stopping at {@code limit} of them. */
  private static int[] distinctRows(FloatMatrix points, int limit) {
    Set<FloatBuffer> seen = new HashSet<>();
    int[] rows = new int[Math.min(limit, points.rows())];
    int count = 0;
    for (int row = 0; row < points.rows() && count < rows.length; row++) {
      if (seen.add(FloatBuffer.wrap(points.row(row)))) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** The number of clusters: as asked for, or the number of distinct points where that is less. */
  public int size() {
    return centroids.size();
  }

  /** The centroids: clusters × dimensions, means of rows of length 1 and so no longer than 1. */
  public FloatMatrix centroids() {
    return centroids.rows();
  }

  /** The cluster of each row, from 0: the one with the nearest centroid; ties to the lower. */
  public int[] assign(FloatMatrix rows) {
    return centroids.nearest(UnitRows.of(rows));
  }

  /**
   * The clusters near each row: the {@code count} with the nearest centroids, nearest first, or all
   * where there are fewer; ties to the lower.
   */
  public int[][] nearest(FloatMatrix rows, int count) {
    return Arrays.stream(near(rows, count)).map(Centroids.Near::clusters).toArray(int[][]::new);
  }

  /**
   * A mean, for each row, of what is known of the clusters near it, weighted by {@code
   * exp(-sharpness * distance)}.
   *
   * <p>The distance is half the squared Euclidean one: 1 - cosine where a centroid has length 1.
   *
   * @param values clusters × columns
   * @param count over how many of the nearest clusters, at least 1; all where there are fewer
   * @param sharpness at least 0
   * @return rows × columns
   */
  public FloatMatrix mixture(FloatMatrix rows, FloatMatrix values, int count, double sharpness) {
    Require.equal("rows of values", values.rows(), "clusters", size());
    float[] mixtures = new float[rows.rows() * values.columns()];
    Centroids.Near[] near = near(rows, count);
    for (int row = 0; row < near.length; row++) {
      double[] sums = new double[values.columns()];
      double total = 0;
      for (int rank = 0; rank < near[row].clusters().length; rank++) {
        double weight = StrictMath.exp(-sharpness * near[row].excess()[rank] / 2);
        total += weight;
        for (int column = 0; column < sums.length; column++) {
          sums[column] += weight * values.get(near[row].clusters()[rank], column);
        }
      }
      for (int column = 0; column < sums.length; column++) {
        mixtures[row * sums.length + column] = (float) (sums[column] / total);
      }
    }
    return FloatMatrix.wrap(rows.rows(), values.columns(), mixtures);
  }

  private Centroids.Near[] near(FloatMatrix rows, int count) {
    return centroids.nearest(UnitRows.of(rows), Require.positive("count", count));
  }
}
