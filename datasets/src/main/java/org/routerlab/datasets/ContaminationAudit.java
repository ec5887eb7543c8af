package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Query;

/** Findings about queries whose tags say that models may have seen them in training. */
final class ContaminationAudit {

  private static final String NAME = "contaminat";

  /** What a tag says of a query that is clean. */
  private static final Set<String> CLEAN = Set.of("", "false", "no", "none", "clean", "0", "0.0");

  private ContaminationAudit() {}

  static List<Finding> of(List<Query> queries) {
    SortedMap<String, SortedMap<String, Integer>> valuesOfTag = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> datasetsOfTag = new TreeMap<>();
    for (Query query : queries) {
      query
          .tags()
          .forEach(
              (tag, value) -> {
                if (isMark(tag, value)) {
                  count(valuesOfTag, tag, value);
                  count(datasetsOfTag, tag, query.dataset());
                }
              });
    }
    List<Finding> findings = new ArrayList<>();
    valuesOfTag.forEach(
        (tag, values) ->
            findings.add(finding(tag, values, datasetsOfTag.get(tag), queries.size())));
    return findings;
  }

  private static boolean isMark(String tag, String value) {
    return tag.toLowerCase(Locale.ROOT).contains(NAME)
        && !CLEAN.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  private static void count(
      SortedMap<String, SortedMap<String, Integer>> counts, String tag, String value) {
    counts.computeIfAbsent(tag, key -> new TreeMap<>()).merge(value, 1, Integer::sum);
  }

  private static Finding finding(
      String tag, Map<String, Integer> values, Map<String, Integer> datasets, int queries) {
    int marked = values.values().stream().mapToInt(Integer::intValue).sum();
    String most =
        values.entrySet().stream()
            .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .orElseThrow()
            .getKey();
    String what = "queries have the mark " + tag;
    return Finding.warning(
        FindingKind.CONTAMINATED,
        Audit.share(marked, queries, what)
            + ": "
            + Audit.byCount(values)
            + " (by dataset: "
            + Audit.byCount(datasets)
            + "); keep them to compare with published figures, or leave them out by the transform"
            + " dropTagged: {tag: "
            + tag
            + ", value: '"
            + most
            + "'}");
  }
}
