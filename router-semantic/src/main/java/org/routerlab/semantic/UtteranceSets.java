package org.routerlab.semantic;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.routerlab.core.Require;

/**
 * The sets of routes with utterances that come with RouterLab.
 *
 * <p>{@value #A2B} has lists of its own. Every other set is named after a variant of {@link
 * UtteranceLists} and has the same five routes; where a variant has no list of a route, that route
 * has the one of {@value #USUAL}.
 */
public final class UtteranceSets {

  private static final String A2B = "a2b";
  private static final String USUAL = "intermediate";

  private UtteranceSets() {}

  /** The names of all sets, sorted. */
  public static List<String> names() {
    SortedSet<String> names = new TreeSet<>(List.of(A2B));
    UtteranceLists.variants().forEach(variant -> names.add(variant.name()));
    return List.copyOf(names);
  }

  /**
   * The routes of the set called {@code name}.
   *
   * @param utterancesPerRoute how many utterances each route gets: the first of its list
   * @throws IllegalArgumentException where there is no such set or a list is shorter than that
   */
  public static List<Route> routes(String name, int utterancesPerRoute) {
    Require.positive("utterancesPerRoute", utterancesPerRoute);
    Require.known("utterance set", name, names());
    return UtteranceLists.ROUTES.stream()
        .map(route -> new Route(route, first(utterancesPerRoute, route, name)))
        .toList();
  }

  private static List<String> first(int count, String route, String set) {
    List<String> lines = list(set, route);
    if (count > lines.size()) {
      throw new IllegalArgumentException(
          "utterancesPerRoute must be at most "
              + lines.size()
              + " in '"
              + set
              + "' but is "
              + count);
    }
    return lines.subList(0, count);
  }

  private static List<String> list(String set, String route) {
    if (set.equals(A2B)) {
      return UtteranceLists.lines(route);
    }
    boolean has = UtteranceLists.variant(set).routes().contains(route);
    return UtteranceLists.of(has ? set : USUAL, route);
  }
}
