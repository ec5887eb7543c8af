package org.routerlab.semantic;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * The routes to choose from, and the rule of the choice: the route with the most similar utterance
 * if that similarity is at least the threshold, else the fall-back route.
 *
 * @param routes at least two, of distinct names; equally similar ones are taken in this order
 * @param threshold the lowest cosine that counts, in [-1, 1]; -1 never falls back
 * @param fallback the name of the route that takes what is similar to nothing; empty for none, so
 *     that the most similar route always wins
 */
public record RouteSet(List<Route> routes, double threshold, String fallback) {

  /** Rejects fewer than two routes, repeated names, and a fall-back that is not among them. */
  public RouteSet {
    routes = List.copyOf(routes);
    Objects.requireNonNull(fallback, "fallback");
    List<String> names = routes.stream().map(Route::name).toList();
    if (names.size() < 2) {
      throw new IllegalArgumentException(
          "there must be at least two routes but there are " + names);
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("route names must be distinct but are " + names);
    }
    Require.between("threshold", threshold, -1, 1);
    if (!fallback.isEmpty()) {
      Require.known("fallback route", fallback, names);
    }
  }

  /** The number of routes. */
  public int size() {
    return routes.size();
  }

  /** The names, in the order of the routes. */
  public List<String> names() {
    return routes.stream().map(Route::name).toList();
  }

  /** The place of the most similar route; equally similar ones are taken in order. */
  int mostSimilar(float[] similarities) {
    int best = 0;
    for (int route = 1; route < similarities.length; route++) {
      if (similarities[route] > similarities[best]) {
        best = route;
      }
    }
    return best;
  }

  /** Whether a query with these similarities, one a route, goes to the fall-back route. */
  boolean fallsBack(float[] similarities) {
    return !fallback.isEmpty() && similarities[mostSimilar(similarities)] < (float) threshold;
  }

  /** The place of the chosen route for a query with these similarities, one a route. */
  int choose(float[] similarities) {
    return fallsBack(similarities) ? names().indexOf(fallback) : mostSimilar(similarities);
  }
}
