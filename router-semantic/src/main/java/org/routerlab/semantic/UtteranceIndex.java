package org.routerlab.semantic;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
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
 * route's utterances, unless the routes say otherwise ({@link Similarity}); a zero vector has
 * cosine 0 with everything. Where words count, the methods that are not given a text refuse.
 * Immutable and thread-safe.
 */
public final class UtteranceIndex {

  /** Bounds the memory of a product: this many queries × all utterances. */
  private static final int QUERIES_AT_ONCE = 4_096;

  private final RouteSet routes;
  private final ChoiceRule rule;
  private final List<String> utterances;
  private final int[] routeOfUtterance;
  // The place of the first utterance of each route, and the number of all.
  private final int[] starts;
  private final PackedMatrix unitVectors;
  private final Bm25 words;

  private UtteranceIndex(
      RouteSet routes, List<String> utterances, int[] routeOfUtterance, PackedMatrix unitVectors) {
    this.routes = routes;
    this.rule = new ChoiceRule(routes);
    this.utterances = utterances;
    this.routeOfUtterance = routeOfUtterance;
    this.starts = new int[routes.size() + 1];
    for (int route = 0; route < routes.size(); route++) {
      starts[route + 1] = starts[route] + routes.routes().get(route).utterances().size();
    }
    this.unitVectors = unitVectors;
    this.words = new Bm25(utterances, routes.similarity().k1(), routes.similarity().b());
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

  /**
   * The same embedded utterances under another rule of choice.
   *
   * @param changed with the same routes and utterances
   */
  public UtteranceIndex with(RouteSet changed) {
    List<String> theirs =
        changed.routes().stream().flatMap(route -> route.utterances().stream()).toList();
    if (!changed.names().equals(routes.names()) || !theirs.equals(utterances)) {
      throw new IllegalArgumentException(
          "the rule of an index must be of the same routes and utterances but is of "
              + changed.names()
              + " instead of "
              + routes.names());
    }
    return new UtteranceIndex(changed, utterances, routeOfUtterance, unitVectors);
  }

  /** The routes, in the order of every array of similarities. */
  public RouteSet routes() {
    return routes;
  }

  /** The rule of choice, in numbers. */
  ChoiceRule rule() {
    return rule;
  }

  /** The length of an embedding. */
  public int dimension() {
    return unitVectors.columns();
  }

  /**
   * The similarity of every query to every route.
   *
   * @param embeddings queries × dimension, of any length but from the encoder of this index
   * @return queries × routes, cosines in [-1, 1] up to rounding unless the routes say otherwise
   */
  public FloatMatrix similarities(FloatMatrix embeddings) {
    requireNoWords();
    return similarities(embeddings, row -> "");
  }

  /** The same; the texts are looked at where words count. */
  public FloatMatrix similarities(EmbeddedQueries queries) {
    return similarities(queries.embeddings(), row -> queries.queries().get(row).text());
  }

  private FloatMatrix similarities(FloatMatrix embeddings, IntFunction<String> texts) {
    requireDimension(embeddings.columns());
    float[] all = new float[Math.multiplyExact(embeddings.rows(), routes.size())];
    for (int first = 0; first < embeddings.rows(); first += QUERIES_AT_ONCE) {
      int last = Math.min(embeddings.rows(), first + QUERIES_AT_ONCE);
      FloatMatrix some = embeddings.selectRows(IntStream.range(first, last).toArray());
      addSimilarities(some, texts, all, first);
    }
    return FloatMatrix.wrap(embeddings.rows(), routes.size(), all);
  }

  private void addSimilarities(
      FloatMatrix embeddings, IntFunction<String> texts, float[] all, int firstRow) {
    FloatMatrix products = Kernels.product(embeddings, unitVectors);
    float[] values = new float[utterances.size()];
    for (int row = 0; row < embeddings.rows(); row++) {
      products.copyRow(row, values, 0);
      mix(values, length(embeddings.row(row)), texts.apply(firstRow + row));
      aggregate(values, all, (firstRow + row) * routes.size());
    }
  }

  /** Makes similarities to utterances out of dot products, in place. */
  private void mix(float[] products, float length, String text) {
    for (int utterance = 0; utterance < products.length; utterance++) {
      products[utterance] = cosine(products[utterance], length);
    }
    if (routes.similarity().usesWords()) {
      float[] sparse = sparse(text);
      float dense = (float) routes.similarity().dense();
      for (int utterance = 0; utterance < products.length; utterance++) {
        products[utterance] = dense * products[utterance] + sparse[utterance];
      }
    }
  }

  /** What the words of a query add to its similarity to every utterance. */
  private float[] sparse(String text) {
    float[] scores = words.scores(text);
    float share = (float) (1 - routes.similarity().dense());
    for (int utterance = 0; utterance < scores.length; utterance++) {
      scores[utterance] *= share;
    }
    return scores;
  }

  private void aggregate(float[] values, float[] all, int offset) {
    Similarity similarity = routes.similarity();
    for (int route = 0; route < routes.size(); route++) {
      all[offset + route] = similarity.aggregate(values, starts[route], starts[route + 1]);
    }
  }

  /**
   * The place of the route for one query, as fast as it goes; the same as that of {@link #explain}.
   *
   * @param embedding of the query, of any length
   * @return -1 where no route is chosen
   */
  public int choose(float[] embedding) {
    requireNoWords();
    return choose("", embedding);
  }

  /** The same; the text is looked at where words count. */
  public int choose(String text, float[] embedding) {
    return rule.choose(similarities(utteranceSimilarities(text, embedding)));
  }

  private float[] utteranceSimilarities(String text, float[] embedding) {
    requireDimension(embedding.length);
    float[] values = Kernels.product(embedding, unitVectors);
    mix(values, length(embedding), text);
    return values;
  }

  private float[] similarities(float[] values) {
    float[] similarities = new float[routes.size()];
    aggregate(values, similarities, 0);
    return similarities;
  }

  /**
   * Routes one query and says why.
   *
   * @param embedding of the query, of any length
   * @param nearest how many of the most similar utterances to name; all where there are fewer
   */
  public RouteDecision explain(float[] embedding, int nearest) {
    requireNoWords();
    return explain("", embedding, nearest);
  }

  /** The same; the text is looked at where words count. */
  public RouteDecision explain(String text, float[] embedding, int nearest) {
    Require.positive("nearest", nearest);
    float[] values = utteranceSimilarities(text, embedding);
    float[] similarities = similarities(values);
    int[] order = order(similarities);
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int route : order) {
      byName.put(name(route), (double) rule.value(similarities, route));
    }
    int chosen = rule.choose(similarities);
    RouteDecision.Reason reason = reason(similarities, chosen);
    int scored = chosen == ChoiceRule.NONE ? order[0] : chosen;
    int other = order[0] == scored ? order[1] : order[0];
    Route compared =
        routes.routes().get(reason == RouteDecision.Reason.REACHED ? chosen : order[0]);
    float[] sparse = routes.similarity().usesWords() ? sparse(text) : new float[utterances.size()];
    return new RouteDecision(
        chosen == ChoiceRule.NONE ? RouteDecision.NONE : name(chosen),
        similarities[scored],
        (double) rule.value(similarities, scored) - rule.value(similarities, other),
        reason == RouteDecision.Reason.FALLBACK,
        byName,
        nearest(values, sparse, FloatMatrix.of(embedding), nearest),
        reason,
        compared.threshold().orElse(routes.threshold()),
        sparseOf(scored, values, sparse));
  }

  private int[] order(float[] similarities) {
    return IntStream.range(0, similarities.length)
        .boxed()
        .sorted(Comparator.comparingDouble(route -> -rule.value(similarities, route)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private RouteDecision.Reason reason(float[] similarities, int chosen) {
    if (rule.bestThatReaches(similarities) >= 0) {
      return RouteDecision.Reason.REACHED;
    }
    if (rule.fallback() >= 0) {
      return RouteDecision.Reason.FALLBACK;
    }
    return chosen == ChoiceRule.NONE
        ? RouteDecision.Reason.ABSTAINED
        : RouteDecision.Reason.BEST_BELOW;
  }

  /** The part of a route's similarity that its words make: that of the utterances it counts. */
  private double sparseOf(int route, float[] values, float[] sparse) {
    if (!routes.similarity().usesWords()) {
      return 0;
    }
    int[] best = best(values, starts[route], starts[route + 1]);
    int most =
        routes.similarity().aggregation() == Aggregation.MAX ? 1 : routes.similarity().topK();
    int count = Math.min(most, best.length);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += sparse[best[i]];
    }
    return routes.similarity().aggregation() == Aggregation.MEAN ? sum / count : sum;
  }

  /** The utterances from {@code from} to before {@code to}, the most similar first. */
  private static int[] best(float[] values, int from, int to) {
    return IntStream.range(from, to)
        .boxed()
        .sorted(Comparator.comparingDouble(utterance -> -values[utterance]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<SimilarUtterance> nearest(
      float[] values, float[] sparse, FloatMatrix query, int count) {
    int[] best;
    if (routes.similarity().usesWords()) {
      best = best(values, 0, values.length);
    } else {
      // By dot product: quotients may be equal where products are not.
      TopK found = Kernels.topK(query, unitVectors, count);
      best = IntStream.range(0, found.size()).map(rank -> found.row(0, rank)).toArray();
    }
    return IntStream.of(best)
        .limit(count)
        .mapToObj(
            utterance ->
                new SimilarUtterance(
                    name(routeOfUtterance[utterance]),
                    utterances.get(utterance),
                    values[utterance],
                    sparse[utterance]))
        .toList();
  }

  private String name(int route) {
    return routes.routes().get(route).name();
  }

  private void requireNoWords() {
    if (routes.similarity().usesWords()) {
      throw new IllegalArgumentException(
          "the text of a query is needed where words count, but dense is "
              + routes.similarity().dense());
    }
  }

  private void requireDimension(int columns) {
    Require.equal("the dimension of the queries", columns, "that of the utterances", dimension());
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
