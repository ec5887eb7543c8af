package org.routerlab.learned.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingData;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.core.matrix.TopK;

/**
 * Finds the training queries most similar to a query by cosine, exactly: every query is compared
 * with every point.
 */
public final class NeighborIndex {

  /** How many neighbours the first search of a batch looks for, so that later ones are prefixes. */
  private static final int AHEAD = 512;

  /** Results of more entries than this are not kept. */
  private static final long MOST_KEPT = 1L << 24;

  private final PackedMatrix points;
  private final Deque<Found> recent = new ArrayDeque<>();

  private record Found(WeakReference<FloatMatrix> queries, TopK nearest) {}

  private record Key() {}

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

  /** The index of the training queries, shared by all methods that want it. */
  public static NeighborIndex of(RoutingData train, TrainingContext context) {
    FloatMatrix points = train.queries().embeddings();
    return context.shared(points, new Key(), () -> of(points));
  }

  /** The number of points. */
  public int size() {
    return points.rows();
  }

  /**
   * The {@code k} nearest points of each query, or all where there are fewer; ties go to the lower
   * row. The products are cosines times the length of the query.
   *
   * <p>The last few searches are remembered, so that several numbers of neighbours of the same
   * queries cost one search.
   */
  public TopK nearest(FloatMatrix queries, int k) {
    Require.positive("k", k);
    TopK known = recall(queries, Math.min(k, size()));
    if (known != null) {
      return known.first(k);
    }
    int wanted = Math.min(size(), queries.rows() > 1 ? Math.max(k, AHEAD) : k);
    if ((long) queries.rows() * wanted > MOST_KEPT) {
      return Kernels.topK(queries, points, k);
    }
    TopK found = Kernels.topK(queries, points, wanted);
    remember(queries, found);
    return found.first(k);
  }

  /**
   * The {@code k} nearest points of each point other than itself, or all others where there are
   * fewer: as {@link #nearest}, without the point's own row.
   *
   * @param points the points of this index
   */
  public TopK nearestOthers(FloatMatrix points, int k) {
    Require.equal("points asked for", points.rows(), "points of the index", size());
    return nearest(points, k + 1).withoutSelf();
  }

  private synchronized TopK recall(FloatMatrix queries, int k) {
    for (Found found : recent) {
      if (found.queries().get() == queries && found.nearest().size() >= k) {
        return found.nearest();
      }
    }
    return null;
  }

  private synchronized void remember(FloatMatrix queries, TopK nearest) {
    recent.removeIf(found -> found.queries().get() == null || found.queries().get() == queries);
    recent.addFirst(new Found(new WeakReference<>(queries), nearest));
    if (recent.size() > 4) {
      recent.removeLast();
    }
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
    return prefixMeans(queries, outcomes.scores(), OutcomeMeans.overall(outcomes), ks);
  }

  /**
   * The mean over the nearest points of each column of {@code values}, NaN left out, for several
   * numbers of neighbours from one search.
   *
   * @param values points × columns
   * @param overall for each column, what to say where none of the neighbours has a value
   * @param ks numbers of neighbours, each at least 1
   * @return queries × columns for each of {@code ks}, in that order
   */
  public List<FloatMatrix> prefixMeans(
      FloatMatrix queries, FloatMatrix values, double[] overall, int... ks) {
    Require.equal("rows of values", values.rows(), "points", size());
    int[] ascending = Arrays.stream(ks).map(k -> Require.positive("k", k)).sorted().toArray();
    TopK nearest = nearest(queries, ascending[ascending.length - 1]);
    int models = overall.length;
    float[][] means = new float[ks.length][queries.rows() * models];
    IntStream.range(0, queries.rows())
        .parallel()
        .forEach(
            query -> {
              Running running = new Running(overall);
              int rank = 0;
              for (int i = 0; i < ascending.length; i++) {
                for (; rank < Math.min(ascending[i], nearest.size()); rank++) {
                  running.add(values, nearest.row(query, rank));
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
