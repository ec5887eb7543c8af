package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.semantic.UtteranceLists;

/**
 * The sources of every route, divided into those to choose settings on and those to confirm them.
 *
 * <p>The sources of a route go to the two parts in turns, in the order of their names; a draw a
 * route says which part is first.
 *
 * @param validation sources by route
 * @param heldOut sources by route
 */
record SourceSplit(Map<String, List<String>> validation, Map<String, List<String>> heldOut) {

  /** The tag that names where a query is from. */
  static final String TAG = "source";

  /** Divides the sources of queries, whose right routes are given by their place. */
  static SourceSplit of(List<Query> queries, int[] gold, Seed seed) {
    Map<String, List<String>> validation = new TreeMap<>();
    Map<String, List<String>> heldOut = new TreeMap<>();
    for (int route = 0; route < UtteranceLists.ROUTES.size(); route++) {
      String name = UtteranceLists.ROUTES.get(route);
      TreeSet<String> sources = new TreeSet<>();
      for (int row = 0; row < gold.length; row++) {
        if (gold[row] == route) {
          sources.add(source(queries.get(row)));
        }
      }
      if (sources.size() < 2) {
        throw new IllegalArgumentException(
            "every route must have queries of at least two sources but '"
                + name
                + "' has "
                + sources);
      }
      int turn = seed.stream("sources of " + name).nextInt(2);
      List<List<String>> parts = List.of(new ArrayList<>(), new ArrayList<>());
      for (String source : sources) {
        parts.get(turn++ % 2).add(source);
      }
      validation.put(name, List.copyOf(parts.get(0)));
      heldOut.put(name, List.copyOf(parts.get(1)));
    }
    return new SourceSplit(validation, heldOut);
  }

  /** The rows of the queries to choose settings on. */
  int[] validationRows(List<Query> queries, int[] gold) {
    return rows(validation, queries, gold);
  }

  /** The rows of the queries to confirm settings on. */
  int[] heldOutRows(List<Query> queries, int[] gold) {
    return rows(heldOut, queries, gold);
  }

  private static int[] rows(Map<String, List<String>> part, List<Query> queries, int[] gold) {
    return IntStream.range(0, gold.length)
        .filter(
            row ->
                part.get(UtteranceLists.ROUTES.get(gold[row])).contains(source(queries.get(row))))
        .toArray();
  }

  private static String source(Query query) {
    String source = query.tags().get(TAG);
    if (source == null) {
      throw new IllegalArgumentException(
          "every query must have the tag '"
              + TAG
              + "' but '"
              + query.id()
              + "' has "
              + query.tags().keySet());
    }
    return source;
  }
}
