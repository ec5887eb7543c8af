package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.routerlab.core.Query;

/** Findings about texts that are in several parts of the published split. */
final class LeakAudit {

  /** More than this share of the test queries in train is grave. */
  private static final double GRAVE_SHARE = 0.01;

  private static final int EXAMPLES = 5;
  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String TEST = "test";

  private final List<Query> queries;
  private final List<TextGroup> groups;

  private LeakAudit(List<Query> queries, List<TextGroup> groups) {
    this.queries = queries;
    this.groups = groups;
  }

  static List<Finding> of(Benchmark benchmark, List<TextGroup> groups) {
    LeakAudit audit = new LeakAudit(benchmark.queries(), groups);
    List<Finding> findings = new ArrayList<>();
    audit.leak(FindingKind.TEST_IN_TRAIN, TEST, TRAIN).ifPresent(findings::add);
    audit.leak(FindingKind.VALIDATION_IN_TRAIN, VALIDATION, TRAIN).ifPresent(findings::add);
    audit.leak(FindingKind.TEST_IN_VALIDATION, TEST, VALIDATION).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> leak(FindingKind kind, String part, String earlier) {
    Map<String, Integer> byDataset = new TreeMap<>();
    List<String> examples = new ArrayList<>();
    int leaked = 0;
    for (TextGroup group : groups) {
      List<Query> same = group.rows().size() > 1 ? of(group, earlier) : List.of();
      if (!same.isEmpty()) {
        for (Query query : of(group, part)) {
          leaked++;
          byDataset.merge(query.dataset(), 1, Integer::sum);
          examples.add(query.id() + " = " + same.get(0).id());
        }
      }
    }
    if (leaked == 0) {
      return Optional.empty();
    }
    long all = queries.stream().filter(query -> isOf(query, part)).count();
    boolean grave = kind == FindingKind.TEST_IN_TRAIN && leaked > GRAVE_SHARE * all;
    String message =
        Audit.share(leaked, all, part + " queries have the text of a query in " + earlier)
            + " ("
            + Audit.byCount(byDataset)
            + "), such as "
            + examples.stream().limit(EXAMPLES).collect(Collectors.joining(", "))
            + "; a router could know the answers, and the splits of RouterLab keep equal texts in"
            + " one part";
    return Optional.of(grave ? Finding.grave(kind, message) : Finding.warning(kind, message));
  }

  private List<Query> of(TextGroup group, String part) {
    return group.rows().stream().map(queries::get).filter(query -> isOf(query, part)).toList();
  }

  private static boolean isOf(Query query, String part) {
    return part.equals(query.tags().get(Benchmark.SPLIT_TAG));
  }
}
