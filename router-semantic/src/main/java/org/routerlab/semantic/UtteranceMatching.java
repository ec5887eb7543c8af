package org.routerlab.semantic;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Sends a query to the route with the most similar utterance, and to the model behind that route.
 *
 * <p>The score of a model is the highest similarity of its routes: a cosine in [-1, 1]. Where no
 * route reaches the threshold, the model of the fall-back route scores the threshold, which then is
 * the highest score. A model without a route always scores {@value #NO_ROUTE}.
 *
 * <p>With weights, a score is the similarity and the weight. With a threshold for each route, the
 * chosen route may not be the most similar one: its model then scores the next number above the
 * highest. Where no route is chosen, the best single model by training mean answers, likewise.
 *
 * @param utterances the name of a set in {@link UtteranceSets}; not used where {@code routes} are
 *     given
 * @param utterancesPerRoute how many utterances of that set each route gets: the first of its list
 * @param routes routes of one's own, each with all its utterances, in the order that decides equal
 *     similarities; empty for the named set. An experiment may name a route file instead.
 * @param threshold the lowest similarity that counts, a cosine in [-1, 1]. The default 0 falls back
 *     only where a query points away from every utterance; the report leaves the value open, and a
 *     good one depends on the encoder. -1 never falls back.
 * @param fallback the route that takes what reaches no threshold; empty for none
 * @param models which model is behind a route, by route name; routes that are not in it get theirs
 *     by {@code assignment}
 * @param assignment how the other routes get their models
 * @param thresholds the lowest similarity that counts for single routes, by name, instead of {@code
 *     threshold}. Of the routes that reach theirs, the most similar is chosen.
 * @param weights added to the similarity of single routes where routes are compared with each
 *     other, by name
 * @param abstains without a fall-back route: true chooses no route where none reaches its
 *     threshold, false the most similar
 * @param similarity how the similarity to a route is made of those to its utterances
 * @param fit whether the thresholds are fitted on the validation queries, starting from the given
 *     ones, and for what; a route is right there if its model is among the best
 */
@Paper(
    title = "Optimizing the aim2balance.ai SmartRouter",
    url = "https://aim2balance.ai",
    deviations =
        "Utterances are RouterLab's own. On outcome tables, where routes are not models, a route"
            + " goes to the model that is best on its training queries.")
public record UtteranceMatching(
    String utterances,
    int utterancesPerRoute,
    Map<String, List<String>> routes,
    double threshold,
    String fallback,
    Map<String, String> models,
    RouteAssignment assignment,
    Map<String, Double> thresholds,
    Map<String, Double> weights,
    boolean abstains,
    Similarity similarity,
    FitGoal fit)
    implements RoutingMethod {

  /** What a model scores that no route leads to: less than any cosine; lower for sums. */
  public static final float NO_ROUTE = -2;

  /** Rejects unknown sets and routes and values out of range; copies the maps in their order. */
  public UtteranceMatching {
    Require.positive("utterancesPerRoute", utterancesPerRoute);
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(fit, "fit");
    Map<String, List<String>> copies = new LinkedHashMap<>();
    routes.forEach((route, texts) -> copies.put(route, List.copyOf(texts)));
    routes = Collections.unmodifiableMap(copies);
    models = copy(models);
    thresholds = copy(thresholds);
    weights = copy(weights);
    List<Route> plain = plain(utterances, utterancesPerRoute, routes);
    Collection<String> known = plain.stream().map(Route::name).toList();
    models.keySet().forEach(route -> Require.known("route in models", route, known));
    thresholds.keySet().forEach(route -> Require.known("route in thresholds", route, known));
    weights.keySet().forEach(route -> Require.known("route in weights", route, known));
    List<Route> complete = complete(plain, thresholds, weights);
    new RouteSet(complete, threshold, fallback, abstains, similarity);
  }

  /** A method whose routes are compared by their highest cosine, under one threshold. */
  public UtteranceMatching(
      String utterances,
      int utterancesPerRoute,
      Map<String, List<String>> routes,
      double threshold,
      String fallback,
      Map<String, String> models,
      RouteAssignment assignment) {
    this(
        utterances,
        utterancesPerRoute,
        routes,
        threshold,
        fallback,
        models,
        assignment,
        Map.of(),
        Map.of(),
        false,
        Similarity.HIGHEST_COSINE,
        FitGoal.NONE);
  }

  /** The five A2B routes with 16 utterances each, falling back to general chat below 0. */
  public UtteranceMatching() {
    this("a2b", 16, Map.of(), 0, "general-chat", Map.of(), RouteAssignment.AUTOMATIC);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public String name() {
    return "utterance";
  }

  /** The routes with their utterances, and the rule of choice, that these hyper-parameters say. */
  public RouteSet routeSet() {
    List<Route> plain = plain(utterances, utterancesPerRoute, routes);
    return new RouteSet(
        complete(plain, thresholds, weights), threshold, fallback, abstains, similarity);
  }

  private static List<Route> plain(String set, int count, Map<String, List<String>> own) {
    return own.isEmpty()
        ? UtteranceSets.routes(set, count)
        : own.entrySet().stream().map(e -> new Route(e.getKey(), e.getValue())).toList();
  }

  private static List<Route> complete(
      List<Route> plain, Map<String, Double> thresholds, Map<String, Double> weights) {
    return plain.stream()
        .map(route -> route.withWeight(weights.getOrDefault(route.name(), 0.0)))
        .map(
            route ->
                thresholds.containsKey(route.name())
                    ? route.withThreshold(thresholds.get(route.name()))
                    : route)
        .toList();
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    UtteranceIndex index = UtteranceIndex.of(routeSet(), context.encoder());
    FloatMatrix similarities = index.similarities(train.queries());
    int[] modelOfRoute =
        RouteModels.assign(index.routes(), models, assignment, train.outcomes(), similarities);
    if (fit != FitGoal.NONE) {
      index = index.with(RouteModels.fit(index, modelOfRoute, validation, fit));
    }
    int best = ModelRanking.of(train.outcomes()).best();
    return new UtteranceRouter(index, modelOfRoute, best, train.pool().size());
  }
}
