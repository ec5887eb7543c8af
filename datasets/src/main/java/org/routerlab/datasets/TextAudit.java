package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;

/** Findings about the texts of the queries: blank ones and repeated ones. */
final class TextAudit {

  private TextAudit() {}

  static List<Finding> of(Benchmark benchmark) {
    List<Finding> findings = new ArrayList<>();
    List<Query> queries = benchmark.queries();
    long blank = queries.stream().filter(query -> query.text().isBlank()).count();
    if (blank > 0) {
      findings.add(Finding.grave(Audit.share(blank, queries.size(), "texts are blank")));
    }
    List<TextGroup> repeated =
        TextGroup.of(queries).stream().filter(group -> group.rows().size() > 1).toList();
    if (!repeated.isEmpty()) {
      findings.add(repeats(repeated, benchmark.outcomes()));
    }
    long straddling = repeated.stream().filter(group -> straddles(group, queries)).count();
    if (straddling > 0) {
      findings.add(
          Finding.warning(
              straddling
                  + " texts are in several parts of the published split;"
                  + " a given split keeps them in the last part only"));
    }
    return findings;
  }

  private static Finding repeats(List<TextGroup> repeated, OutcomeTable outcomes) {
    int queries = repeated.stream().mapToInt(group -> group.rows().size()).sum();
    long conflicts = repeated.stream().filter(group -> conflicts(group, outcomes)).count();
    String message = repeated.size() + " texts occur more than once (" + queries + " queries)";
    return conflicts == 0
        ? Finding.note(message + ", always with equal scores")
        : Finding.warning(message + ", " + conflicts + " of them with conflicting scores");
  }

  private static boolean conflicts(TextGroup group, OutcomeTable outcomes) {
    for (int model = 0; model < outcomes.pool().size(); model++) {
      float first = Float.NaN;
      for (int row : group.rows()) {
        float score = outcomes.score(row, model);
        if (score != first && !Float.isNaN(first) && !Float.isNaN(score)) {
          return true;
        }
        first = Float.isNaN(first) ? score : first;
      }
    }
    return false;
  }

  private static boolean straddles(TextGroup group, List<Query> queries) {
    return group.rows().stream()
            .map(row -> queries.get(row).tags().get(Benchmark.SPLIT_TAG))
            .filter(Objects::nonNull)
            .distinct()
            .count()
        > 1;
  }
}
