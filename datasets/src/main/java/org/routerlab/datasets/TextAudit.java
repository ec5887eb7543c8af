package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;

/** Findings about the texts of the queries: blank ones and repeated ones. */
final class TextAudit {

  private TextAudit() {}

  static List<Finding> of(Benchmark benchmark, List<TextGroup> groups) {
    List<Finding> findings = new ArrayList<>();
    List<Query> queries = benchmark.queries();
    long blank = queries.stream().filter(query -> query.text().isBlank()).count();
    if (blank > 0) {
      findings.add(
          Finding.grave(
              FindingKind.BLANK_TEXT, Audit.share(blank, queries.size(), "texts are blank")));
    }
    List<TextGroup> repeated = groups.stream().filter(group -> group.rows().size() > 1).toList();
    if (!repeated.isEmpty()) {
      Conflicts conflicts = Conflicts.of(repeated, benchmark.outcomes());
      findings.add(repeats(repeated, queries, conflicts.texts == 0));
      if (conflicts.texts > 0) {
        findings.add(Finding.warning(FindingKind.CONFLICTING_LABELS, conflicts.toString()));
      }
    }
    return findings;
  }

  private static Finding repeats(List<TextGroup> repeated, List<Query> queries, boolean equal) {
    int rows = repeated.stream().mapToInt(group -> group.rows().size()).sum();
    String parts =
        queries.stream().anyMatch(query -> query.tags().containsKey(Benchmark.SPLIT_TAG))
            ? ": " + byPart(repeated, queries)
            : "";
    return Finding.note(
        FindingKind.REPEATED_TEXT,
        repeated.size()
            + " texts occur more than once ("
            + rows
            + " queries)"
            + parts
            + (equal ? "; always with equal scores" : ""));
  }

  /** Such as {@code 3 within train, 69 in several parts of the published split}. */
  private static String byPart(List<TextGroup> repeated, List<Query> queries) {
    Map<String, Integer> within = new TreeMap<>();
    int across = 0;
    for (TextGroup group : repeated) {
      Map<String, Integer> rows = new HashMap<>();
      group.rows().forEach(row -> rows.merge(part(queries.get(row)), 1, Integer::sum));
      across += rows.size() > 1 ? 1 : 0;
      rows.forEach((part, count) -> within.merge(part, count > 1 ? 1 : 0, Integer::sum));
    }
    List<String> shown = new ArrayList<>();
    within.forEach(
        (part, texts) -> {
          if (texts > 0) {
            shown.add(texts + " within " + (part.isEmpty() ? "no part" : part));
          }
        });
    if (across > 0) {
      shown.add(across + " in several parts of the published split");
    }
    return String.join(", ", shown);
  }

  private static String part(Query query) {
    return query.tags().getOrDefault(Benchmark.SPLIT_TAG, "");
  }

  /**
   * How far the scores of equal texts disagree.
   *
   * @param texts that have several scores of some model which are not all the same
   * @param repeated texts that occur more than once
   * @param differing text and model: several scores, not all the same
   * @param comparable text and model: several scores
   */
  private record Conflicts(int texts, int repeated, int differing, int comparable) {

    static Conflicts of(List<TextGroup> repeated, OutcomeTable outcomes) {
      int texts = 0;
      int differing = 0;
      int comparable = 0;
      for (TextGroup group : repeated) {
        int ofText = 0;
        for (int model = 0; model < outcomes.pool().size(); model++) {
          List<Float> scores = observed(group, outcomes, model);
          comparable += scores.size() > 1 ? 1 : 0;
          ofText += Set.copyOf(scores).size() > 1 ? 1 : 0;
        }
        differing += ofText;
        texts += ofText > 0 ? 1 : 0;
      }
      return new Conflicts(texts, repeated.size(), differing, comparable);
    }

    private static List<Float> observed(TextGroup group, OutcomeTable outcomes, int model) {
      return group.rows().stream()
          .map(row -> outcomes.score(row, model))
          .filter(score -> !Float.isNaN(score))
          .collect(Collectors.toList());
    }

    @Override
    public String toString() {
      return Audit.share(texts, repeated, "repeated texts have conflicting scores")
          + "; "
          + Audit.share(
              differing, comparable, "models' scores of such a text are not all the same");
    }
  }
}
