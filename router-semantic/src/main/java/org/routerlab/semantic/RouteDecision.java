package org.routerlab.semantic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The route chosen for one query, and why.
 *
 * @param route the chosen route
 * @param score the similarity of the chosen route: its highest cosine, in [-1, 1]
 * @param margin by how much the most similar route leads the second, at least 0. After a fall-back
 *     this is about routes that were not chosen.
 * @param fellBack whether no route reached the threshold, so that the fall-back route took it
 * @param similarities of all routes, by name, the most similar first
 * @param nearest the most similar utterances of all routes, the most similar first
 */
public record RouteDecision(
    String route,
    double score,
    double margin,
    boolean fellBack,
    Map<String, Double> similarities,
    List<SimilarUtterance> nearest) {

  /** Copies map and list in their order. */
  public RouteDecision {
    similarities = Collections.unmodifiableMap(new LinkedHashMap<>(similarities));
    nearest = List.copyOf(nearest);
  }
}
