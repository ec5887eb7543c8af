package org.routerlab.semantic;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param utterances the name of a set in {@link UtteranceSets}; not used where {@code routes} are
 *     given
 * @param utterancesPerRoute how many utterances of that set each route gets: the first of its list
 * @param routes routes of one's own, each with all its utterances, in the order that decides equal
 *     similarities; empty for the named set
 * @param threshold the lowest cosine that counts, in [-1, 1]. The default 0 falls back only where a
 *     query points away from every utterance; the report leaves the value open, and a good one
 *     depends on the encoder. -1 never falls back.
 * @param fallback the route that takes what reaches no threshold; empty for none
 * @param models which model is behind a route, by route name; routes that are not in it get theirs
 *     by {@code assignment}
 * @param assignment how the other routes get their models
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
    RouteAssignment assignment)
    implements RoutingMethod {

  /** What a model scores that no route leads to: less than any cosine. */
  public static final float NO_ROUTE = -2;

  /** Rejects unknown sets and routes and values out of range; copies the maps in their order. */
  public UtteranceMatching {
    Require.positive("utterancesPerRoute", utterancesPerRoute);
    Objects.requireNonNull(assignment, "assignment");
    Map<String, List<String>> copies = new LinkedHashMap<>();
    routes.forEach((route, texts) -> copies.put(route, List.copyOf(texts)));
    routes = Collections.unmodifiableMap(copies);
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    Collection<String> known =
        routeSet(utterances, utterancesPerRoute, routes, threshold, fallback).names();
    models.keySet().forEach(route -> Require.known("route in models", route, known));
  }

  /** The five A2B routes with 16 utterances each, falling back to general chat below 0. */
  public UtteranceMatching() {
    this("a2b", 16, Map.of(), 0, "general-chat", Map.of(), RouteAssignment.AUTOMATIC);
  }

  @Override
  public String name() {
    return "utterance";
  }

  /** The routes with their utterances, and the rule of choice, that these hyper-parameters say. */
  public RouteSet routeSet() {
    return routeSet(utterances, utterancesPerRoute, routes, threshold, fallback);
  }

  private static RouteSet routeSet(
      String set, int count, Map<String, List<String>> own, double threshold, String fallback) {
    List<Route> routes =
        own.isEmpty()
            ? UtteranceSets.routes(set, count)
            : own.entrySet().stream().map(e -> new Route(e.getKey(), e.getValue())).toList();
    return new RouteSet(routes, threshold, fallback);
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    UtteranceIndex index = UtteranceIndex.of(routeSet(), context.encoder());
    FloatMatrix similarities = index.similarities(train.queries().embeddings());
    int[] modelOfRoute =
        RouteModels.assign(index.routes(), models, assignment, train.outcomes(), similarities);
    return new UtteranceRouter(index, modelOfRoute, train.pool().size());
  }
}
