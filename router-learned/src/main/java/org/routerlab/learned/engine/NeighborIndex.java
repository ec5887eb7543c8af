package org.routerlab.learned.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
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

  /** Bounds the memory for products with all points; a mean does not depend on it. */
  private static final int ROWS_AT_ONCE = 256;

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
              RunningMeans running = new RunningMeans(overall);
              int rank = 0;
              for (int i = 0; i < ascending.length; i++) {
                for (; rank < Math.min(ascending[i], nearest.size()); rank++) {
                  running.add(values, nearest.row(query, rank), 1);
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

  /**
   * What a function of the nearest points gives for each query.
   *
   * @param k the number of neighbours, at least 1
   * @param columns the length of what the function gives
   * @param function of the rows of the nearest points, nearest first; must be thread-safe
   * @return queries × columns
   */
  public FloatMatrix fromNearest(
      FloatMatrix queries, int k, int columns, Function<int[], float[]> function) {
    TopK nearest = nearest(queries, k);
    float[] values = new float[queries.rows() * columns];
    IntStream.range(0, queries.rows())
        .parallel()
        .forEach(
            query -> {
              int[] rows =
                  IntStream.range(0, nearest.size())
                      .map(rank -> nearest.row(query, rank))
                      .toArray();
              System.arraycopy(function.apply(rows), 0, values, query * columns, columns);
            });
    return FloatMatrix.wrap(queries.rows(), columns, values);
  }

  /**
   * The mean observed score of every model over the {@code k} nearest points of each point other
   * than itself.
   *
   * @param points the points of this index
   * @param outcomes the outcomes of the points, one row a point
   * @return points × models; where none of the neighbours observed a model, its mean over all
   *     points
   */
  public FloatMatrix meansOfOthers(FloatMatrix points, OutcomeTable outcomes, int k) {
    Require.equal("outcome rows", outcomes.size(), "points", size());
    TopK nearest = nearestOthers(points, k);
    int models = outcomes.pool().size();
    double[] overall = OutcomeMeans.overall(outcomes);
    float[] means = new float[points.rows() * models];
    for (int point = 0; point < points.rows(); point++) {
      RunningMeans running = new RunningMeans(overall);
      for (int rank = 0; rank < nearest.size(); rank++) {
        running.add(outcomes.scores(), nearest.row(point, rank), 1);
      }
      running.copyMeans(means, point * models);
    }
    return FloatMatrix.wrap(points.rows(), models, means);
  }

  /**
   * The weighted mean score of every model over the nearest points.
   *
   * @param outcomes the outcomes of the points, one row a point
   * @param k the number of neighbours, at least 1
   * @param weight of a neighbour, at least 0, from its cosine and that of the nearest
   * @return queries × models; a model's mean over all points where no neighbour with a weight
   *     observed it
   */
  public FloatMatrix nearestMeans(
      FloatMatrix queries, OutcomeTable outcomes, int k, DoubleBinaryOperator weight) {
    Require.equal("outcome rows", outcomes.size(), "points", size());
    TopK nearest = nearest(queries, k);
    double[] overall = OutcomeMeans.overall(outcomes);
    float[] means = new float[queries.rows() * overall.length];
    IntStream.range(0, queries.rows())
        .parallel()
        .forEach(
            query -> {
              RunningMeans running = new RunningMeans(overall);
              double length = UnitRows.length(queries.row(query));
              double largest = cosine(nearest.product(query, 0), length);
              for (int rank = 0; rank < nearest.size(); rank++) {
                double cosine = cosine(nearest.product(query, rank), length);
                running.add(
                    outcomes.scores(),
                    nearest.row(query, rank),
                    weight.applyAsDouble(cosine, largest));
              }
              running.copyMeans(means, query * overall.length);
            });
    return FloatMatrix.wrap(queries.rows(), overall.length, means);
  }

  /**
   * The weighted mean score of every model over all points: as {@link #nearestMeans}, without a
   * search.
   */
  public FloatMatrix kernelMeans(
      FloatMatrix queries, OutcomeTable outcomes, DoubleBinaryOperator weight) {
    Require.equal("outcome rows", outcomes.size(), "points", size());
    double[] overall = OutcomeMeans.overall(outcomes);
    float[] means = new float[queries.rows() * overall.length];
    for (int start = 0; start < queries.rows(); start += ROWS_AT_ONCE) {
      int first = start;
      int end = Math.min(queries.rows(), first + ROWS_AT_ONCE);
      FloatMatrix block = queries.selectRows(IntStream.range(first, end).toArray());
      FloatMatrix products = Kernels.product(block, points);
      IntStream.range(0, block.rows())
          .parallel()
          .forEach(
              query -> {
                RunningMeans running = new RunningMeans(overall);
                double[] cosines = cosines(products.row(query), UnitRows.length(block.row(query)));
                double largest = Arrays.stream(cosines).max().orElseThrow();
                for (int point = 0; point < cosines.length; point++) {
                  running.add(
                      outcomes.scores(), point, weight.applyAsDouble(cosines[point], largest));
                }
                running.copyMeans(means, (first + query) * overall.length);
              });
    }
    return FloatMatrix.wrap(queries.rows(), overall.length, means);
  }

  private static double[] cosines(float[] products, double length) {
    double[] cosines = new double[products.length];
    for (int point = 0; point < cosines.length; point++) {
      cosines[point] = cosine(products[point], length);
    }
    return cosines;
  }

  private static double cosine(float product, double length) {
    return length == 0 ? 0 : product / length;
  }
}
