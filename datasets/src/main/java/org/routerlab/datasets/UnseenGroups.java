package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;

/**
 * The groups of every dataset that are kept out of training.
 *
 * @param groups by dataset
 */
record UnseenGroups(SortedMap<String, SortedSet<String>> groups) {

  /** Copies the groups. */
  UnseenGroups {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    groups.forEach(
        (dataset, names) ->
            copy.put(dataset, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
    groups = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Draws groups by a hash of seed, dataset and group until they have the share.
   *
   * @param tag what groups are called in messages
   * @param grouped the same queries with their group as dataset
   */
  static UnseenGroups draw(
      String tag, List<Query> queries, List<Query> grouped, double share, Seed seed) {
    TreeMap<String, TreeMap<String, Integer>> sizes = new TreeMap<>();
    for (int row = 0; row < queries.size(); row++) {
      sizes
          .computeIfAbsent(queries.get(row).dataset(), dataset -> new TreeMap<>())
          .merge(grouped.get(row).dataset(), 1, Integer::sum);
    }
    SortedMap<String, SortedSet<String>> drawn = new TreeMap<>();
    sizes.forEach(
        (dataset, ofDataset) -> drawn.put(dataset, draw(tag, dataset, ofDataset, share, seed)));
    return new UnseenGroups(drawn);
  }

  private static SortedSet<String> draw(
      String tag, String dataset, Map<String, Integer> sizes, double share, Seed seed) {
    if (sizes.size() < 2) {
      throw new IllegalArgumentException(
          "a split by "
              + tag
              + " needs at least two of them in every dataset but '"
              + dataset
              + "' has only "
              + sizes.keySet());
    }
    double wanted = share * sizes.values().stream().mapToInt(Integer::intValue).sum();
    List<String> order = new ArrayList<>(sizes.keySet());
    order.sort(
        Comparator.<String>comparingLong(
                group -> seed.derive("split " + dataset + " " + group).value())
            .thenComparing(Comparator.naturalOrder()));
    SortedSet<String> drawn = new TreeSet<>();
    int queries = 0;
    for (String group : order.subList(0, order.size() - 1)) {
      if (queries < wanted) {
        drawn.add(group);
        queries += sizes.get(group);
      }
    }
    return drawn;
  }

  boolean contains(String dataset, String group) {
    return groups.getOrDefault(dataset, Collections.emptySortedSet()).contains(group);
  }

  @Override
  public String toString() {
    return groups.values().stream()
        .flatMap(SortedSet::stream)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }
}
