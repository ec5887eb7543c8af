package org.routerlab.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.routerlab.core.Query;

/** A finding about the names of the parts of the published split. */
final class PartAudit {

  private static final List<String> PARTS = List.of("train", "validation", "test");

  private PartAudit() {}

  /** A given split refuses such queries; that should be known before a run. */
  static Optional<Finding> of(List<Query> queries) {
    Map<String, Integer> others = new TreeMap<>();
    for (Query query : queries) {
      String part = query.tags().getOrDefault(Benchmark.SPLIT_TAG, "none");
      if (!PARTS.contains(part)) {
        others.merge(part, 1, Integer::sum);
      }
    }
    int count = others.values().stream().mapToInt(Integer::intValue).sum();
    boolean noneIsPublished = others.getOrDefault("none", 0) == queries.size();
    return count == 0 || noneIsPublished
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                FindingKind.UNKNOWN_PART,
                Audit.share(count, queries.size(), "queries are in none of the parts")
                    + " train, validation and test, but in "
                    + Audit.few(others.entrySet().stream().map(Object::toString).toList())
                    + "; the published split cannot be used"));
  }
}
