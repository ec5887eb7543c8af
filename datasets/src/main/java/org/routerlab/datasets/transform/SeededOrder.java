package org.routerlab.datasets.transform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;

/** Shuffles queries by a hash of seed and id, so that their order in the table does not matter. */
final class SeededOrder {

  private SeededOrder() {}

  /** The first {@code count} of the shuffled rows, ascending; all where there are fewer. */
  static int[] first(List<Query> queries, int[] rows, int count, Seed seed) {
    record Keyed(long key, String id, int row) {}
    return Arrays.stream(rows)
        .mapToObj(
            row -> {
              String id = queries.get(row).id();
              return new Keyed(seed.derive(id).value(), id, row);
            })
        .sorted(Comparator.comparingLong(Keyed::key).thenComparing(Keyed::id))
        .limit(count)
        .mapToInt(Keyed::row)
        .sorted()
        .toArray();
  }
}
