package org.routerlab.semantic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.core.matrix.TopK;

/**
 * The embedded utterances of a set of routes, ready to be compared with queries.
 *
 * <p>The similarity of a query to a route is the highest cosine between the query and one of the
 * route's utterances; a zero vector has cosine 0 with everything. Immutable and thread-safe.
 */
public final class UtteranceIndex {

  /** Bounds the memory of a product: this many queries × all utterances. */
  private static final int QUERIES_AT_ONCE = 4_096;

  private final RouteSet routes;
  private final List<String> utterances;
  private final int[] routeOfUtterance;
  private final PackedMatrix unitVectors;

  private UtteranceIndex(
      RouteSet routes, List<String> utterances, int[] routeOfUtterance, PackedMatrix unitVectors) {
    this.routes = routes;
    this.utterances = utterances;
    this.routeOfUtterance = routeOfUtterance;
    this.unitVectors = unitVectors;
  }

  /** Embeds the utterances of {@code routes}, once. */
  public static UtteranceIndex of(RouteSet routes, Encoder encoder) {
    List<String> utterances =
        routes.routes().stream().flatMap(route -> route.utterances().stream()).toList();
    int[] routeOfUtterance =
        IntStream.range(0, routes.size())
            .flatMap(route -> routes.routes().get(route).utterances().stream().mapToInt(u -> route))
            .toArray();
    FloatMatrix unitVectors = unitRows(encoder.embed(utterances));
    return new UtteranceIndex(routes, utterances, routeOfUtterance, PackedMatrix.of(unitVectors));
  }

  /** The routes, in the order of every array of similarities. */
  public RouteSet routes() {
    return routes;
  }

  /** The length of an embedding. */
  public int dimension() {
    return unitVectors.columns();
  }

  /**
   * The similarity of every query to every route.
   *
   * @param embeddings queries × dimension, of any length but from the encoder of this index
   * @return queries × routes, cosines in [-1, 1] up to rounding
   */
  public FloatMatrix similarities(FloatMatrix embeddings) {
    Require.equal(
        "the dimension of the queries",
        embeddings.columns(),
        "that of the utterances",
        dimension());
    float[] all = new float[Math.multiplyExact(embeddings.rows(), routes.size())];
    for (int first = 0; first < embeddings.rows(); first += QUERIES_AT_ONCE) {
      int last = Math.min(embeddings.rows(), first + QUERIES_AT_ONCE);
      FloatMatrix some = embeddings.selectRows(IntStream.range(first, last).toArray());
      addSimilarities(some, all, first);
    }
    return FloatMatrix.wrap(embeddings.rows(), routes.size(), all);
  }

  private void addSimilarities(FloatMatrix embeddings, float[] all, int firstRow) {
    FloatMatrix products = Kernels.product(embeddings, unitVectors);
    for (int row = 0; row < embeddings.rows(); row++) {
      float length = length(embeddings.row(row));
      int offset = (firstRow + row) * routes.size();
      Arrays.fill(all, offset, offset + routes.size(), Float.NEGATIVE_INFINITY);
      for (int utterance = 0; utterance < routeOfUtterance.length; utterance++) {
        int cell = offset + routeOfUtterance[utterance];
        all[cell] = Math.max(all[cell], cosine(products.get(row, utterance), length));
      }
    }
  }

  /**
   * Routes one query and says why.
   *
   * @param embedding of the query, of any length
   * @param nearest how many of the most similar utterances to name; all where there are fewer
   */
  public RouteDecision explain(float[] embedding, int nearest) {
    FloatMatrix query = FloatMatrix.of(embedding);
    float[] similarities = similarities(query).row(0);
    int[] order =
        IntStream.range(0, similarities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(route -> -similarities[route]))
            .mapToInt(Integer::intValue)
            .toArray();
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int route : order) {
      byName.put(routes.routes().get(route).name(), (double) similarities[route]);
    }
    int chosen = routes.choose(similarities);
    return new RouteDecision(
        routes.routes().get(chosen).name(),
        similarities[chosen],
        (double) similarities[order[0]] - similarities[order[1]],
        routes.fallsBack(similarities),
        byName,
        nearest(query, Require.positive("nearest", nearest)));
  }

  private List<SimilarUtterance> nearest(FloatMatrix query, int count) {
    TopK found = Kernels.topK(query, unitVectors, count);
    float length = length(query.row(0));
    return IntStream.range(0, found.size())
        .mapToObj(
            rank -> {
              int utterance = found.row(0, rank);
              return new SimilarUtterance(
                  routes.routes().get(routeOfUtterance[utterance]).name(),
                  utterances.get(utterance),
                  cosine(found.product(0, rank), length));
            })
        .toList();
  }

  private static FloatMatrix unitRows(FloatMatrix matrix) {
    float[] values = matrix.toArray();
    for (int row = 0; row < matrix.rows(); row++) {
      float length = length(matrix.row(row));
      for (int i = row * matrix.columns(); i < (row + 1) * matrix.columns(); i++) {
        values[i] = cosine(values[i], length);
      }
    }
    return FloatMatrix.wrap(matrix.rows(), matrix.columns(), values);
  }

  private static float length(float[] vector) {
    return (float) Math.sqrt(Kernels.dot(vector, vector));
  }

  private static float cosine(float product, float length) {
    return length == 0 ? 0 : product / length;
  }
}
