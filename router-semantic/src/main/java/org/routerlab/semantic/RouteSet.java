package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * The routes to choose from, and the rule of the choice: of the routes whose similarity is at least
 * their threshold the most similar, weights added; where there is none, the fall-back route.
 *
 * @param routes at least two, of distinct names; equally similar ones are taken in this order
 * @param threshold the lowest similarity that counts where a route has no threshold of its own; -1
 *     never falls back
 * @param fallback the name of the route that takes what is similar to nothing; empty for none
 * @param abstains what happens without a fall-back route where no route reaches its threshold: true
 *     chooses none, false the most similar
 * @param similarity how alike a query and a route are
 */
public record RouteSet(
    List<Route> routes,
    double threshold,
    String fallback,
    boolean abstains,
    Similarity similarity) {

  /**
   * Rejects fewer than two routes, repeated names, a fall-back that is not among them, and
   * thresholds that no similarity can reach.
   */
  public RouteSet {
    routes = List.copyOf(routes);
    Objects.requireNonNull(fallback, "fallback");
    Objects.requireNonNull(similarity, "similarity");
    List<String> names = routes.stream().map(Route::name).toList();
    if (names.size() < 2) {
      throw new IllegalArgumentException(
          "there must be at least two routes but there are " + names);
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("route names must be distinct but are " + names);
    }
    double bound = similarity.highest();
    Require.between("threshold", threshold, -bound, bound);
    for (Route route : routes) {
      route
          .threshold()
          .ifPresent(
              own ->
                  Require.between("threshold of route '" + route.name() + "'", own, -bound, bound));
    }
    if (!fallback.isEmpty()) {
      Require.known("fallback route", fallback, names);
      if (abstains) {
        throw new IllegalArgumentException(
            "routes that abstain must have no fall-back route but have '" + fallback + "'");
      }
    }
  }

  /**
   * Routes compared by their highest cosine; without a fall-back route the most similar one always
   * wins.
   */
  public RouteSet(List<Route> routes, double threshold, String fallback) {
    this(routes, threshold, fallback, false, Similarity.HIGHEST_COSINE);
  }

  /** The number of routes. */
  public int size() {
    return routes.size();
  }

  /** The names, in the order of the routes. */
  public List<String> names() {
    return routes.stream().map(Route::name).toList();
  }

  /** The same with another threshold where a route has none of its own. */
  public RouteSet withThreshold(double value) {
    return new RouteSet(routes, value, fallback, abstains, similarity);
  }

  /** The same with another threshold of one route. */
  public RouteSet withThreshold(int route, double value) {
    List<Route> changed = new ArrayList<>(routes);
    changed.set(route, routes.get(route).withThreshold(value));
    return new RouteSet(changed, threshold, fallback, abstains, similarity);
  }

  /** Whether a query with these similarities, one a route, goes to the fall-back route. */
  boolean fallsBack(float[] similarities) {
    ChoiceRule rule = new ChoiceRule(this);
    return rule.fallback() >= 0 && rule.bestThatReaches(similarities) < 0;
  }

  /** The place of the chosen route for a query with these similarities, one a route. */
  int choose(float[] similarities) {
    return new ChoiceRule(this).choose(similarities);
  }
}
