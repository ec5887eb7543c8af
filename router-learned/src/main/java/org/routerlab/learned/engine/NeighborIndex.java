package org.routerlab.learned.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.core.matrix.TopK;

/**
 * Finds the training queries most similar to a query by cosine, exactly: every query is compared
 * with every point.
 */
public final class NeighborIndex {

  private final PackedMatrix points;

  private NeighborIndex(PackedMatrix points) {
    this.points = points;
  }

  /**
   * An index of the given points.
   *
   * @param points at least one row, of any length: an index keeps a copy scaled to length 1
   */
  public static NeighborIndex of(FloatMatrix points) {
    Require.positive("points to search among", points.rows());
    return new NeighborIndex(PackedMatrix.of(UnitRows.of(points)));
  }

  /** The number of points. */
  public int size() {
    return points.rows();
  }

  /**
   * The {@code k} nearest points of each query, or all where there are fewer; ties go to the lower
   * row. The products are cosines times the length of the query.
   */
  public TopK nearest(FloatMatrix queries, int k) {
    return Kernels.topK(queries, points, k);
  }

  /**
   * The mean observed score of every model over the nearest points, for several numbers of
   * neighbours from one search.
   *
   * @param outcomes the outcomes of the points, one row a point
   * @param ks numbers of neighbours, each at least 1
   * @return queries × models for each of {@code ks}, in that order; where none of the neighbours
   *     observed a model, its mean over all points
   */
  public List<FloatMatrix> prefixMeans(FloatMatrix queries, OutcomeTable outcomes, int... ks) {
    Require.equal("outcome rows", outcomes.size(), "points", size());
    int[] ascending = Arrays.stream(ks).map(k -> Require.positive("k", k)).sorted().toArray();
    TopK nearest = nearest(queries, ascending[ascending.length - 1]);
    int models = outcomes.pool().size();
    double[] overall = OutcomeMeans.overall(outcomes);
    float[][] means = new float[ks.length][queries.rows() * models];
    IntStream.range(0, queries.rows())
        .parallel()
        .forEach(
            query -> {
              Running running = new Running(overall);
              int rank = 0;
              for (int i = 0; i < ascending.length; i++) {
                for (; rank < Math.min(ascending[i], nearest.size()); rank++) {
                  running.add(outcomes.scores(), nearest.row(query, rank));
                }
                running.copyMeans(means[i], query * models);
              }
            });
    List<FloatMatrix> inOrder = new ArrayList<>();
    for (int k : ks) {
      int place = Arrays.binarySearch(ascending, k);
      inOrder.add(FloatMatrix.wrap(queries.rows(), models, means[place]));
    }
    return inOrder;
  }

  /** Sums of the scores seen so far. */
  private static final class Running {
    private final double[] overall;
    private final double[] sums;
    private final int[] counts;
    private final float[] row;

    Running(double[] overall) {
      this.overall = overall;
      this.sums = new double[overall.length];
      this.counts = new int[overall.length];
      this.row = new float[overall.length];
    }

    void add(FloatMatrix scores, int point) {
      scores.copyRow(point, row, 0);
      for (int model = 0; model < row.length; model++) {
        if (!Float.isNaN(row[model])) {
          sums[model] += row[model];
          counts[model]++;
        }
      }
    }

    void copyMeans(float[] destination, int offset) {
      for (int model = 0; model < sums.length; model++) {
        double mean = counts[model] == 0 ? overall[model] : sums[model] / counts[model];
        destination[offset + model] = (float) mean;
      }
    }
  }
}
