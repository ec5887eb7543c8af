package org.routerlab.datasets.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.routerlab.core.Split;
import org.routerlab.datasets.Benchmark;

/** Takes a split from a benchmark to one made from it, so that both are tested alike. */
public final class CarriedSplit {

  private CarriedSplit() {}

  /**
   * The split of {@code to} in which every query is in the part it has in {@code from}, by id. Ids
   * that {@code to} lacks are dropped; queries that {@code from} lacks are in no part.
   */
  public static Split of(Benchmark from, Split split, Benchmark to) {
    Map<String, Integer> rowOfId = new HashMap<>();
    for (int row = 0; row < to.queries().size(); row++) {
      rowOfId.put(to.queries().get(row).id(), row);
    }
    return new Split(
        split.name(),
        carried(from, split.train(), rowOfId),
        carried(from, split.validation(), rowOfId),
        carried(from, split.test(), rowOfId));
  }

  private static int[] carried(Benchmark from, int[] rows, Map<String, Integer> rowOfId) {
    return Arrays.stream(rows)
        .mapToObj(row -> rowOfId.get(from.queries().get(row).id()))
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
