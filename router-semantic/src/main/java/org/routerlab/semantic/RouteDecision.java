package org.routerlab.semantic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The route chosen for one query, and why.
 *
 * @param route the chosen route; {@value #NONE} where none was chosen
 * @param score the similarity of the chosen route, weight not added: its highest cosine unless the
 *     routes say otherwise. Where none was chosen, that of the best route.
 * @param margin by how much the chosen route leads the best other one, weights added; negative
 *     where that one was more similar and missed its own threshold, as where the fall-back route
 *     takes a query. Where none was chosen, the lead of the best route over the second.
 * @param fellBack whether no route reached its threshold, so that the fall-back route took the
 *     query
 * @param similarities of all routes, by name, the most similar first, weights added
 * @param nearest the most similar utterances of all routes, the most similar first
 * @param reason why this route
 * @param threshold what the chosen route reached; where no route reached its threshold, what the
 *     best route missed
 * @param sparse how much of {@code score} is due to common words; 0 where only embeddings count
 */
public record RouteDecision(
    String route,
    double score,
    double margin,
    boolean fellBack,
    Map<String, Double> similarities,
    List<SimilarUtterance> nearest,
    Reason reason,
    double threshold,
    double sparse) {

  /** What stands for a route where none was chosen. */
  public static final String NONE = "none";

  /** Why a route was chosen. */
  public enum Reason {
    /** It reaches its threshold, and is the best of those that do. */
    REACHED,
    /** No route reaches its threshold; this one takes what is left. */
    FALLBACK,
    /** No route reaches its threshold and there is no fall-back route; none is chosen. */
    ABSTAINED,
    /** No route reaches its threshold and there is no fall-back route; the best is chosen. */
    BEST_BELOW
  }

  /** Copies map and list in their order. */
  public RouteDecision {
    similarities = Collections.unmodifiableMap(new LinkedHashMap<>(similarities));
    nearest = List.copyOf(nearest);
  }
}
