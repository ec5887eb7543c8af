package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;

/** A look for what commonly goes wrong when a benchmark is put together. */
public final class Audit {

  private static final int FEW = 5;

  private Audit() {}

  /** Everything noticed, the gravest first; empty for a benchmark that shows nothing. */
  public static List<Finding> of(Benchmark benchmark) {
    List<Finding> findings = new ArrayList<>();
    List<TextGroup> texts = TextGroup.of(benchmark.queries());
    findings.addAll(TextAudit.of(benchmark, texts));
    findings.addAll(LeakAudit.of(benchmark, texts));
    PartAudit.of(benchmark.queries()).ifPresent(findings::add);
    findings.addAll(ContaminationAudit.of(benchmark.queries()));
    findings.addAll(clipped(benchmark));
    findings.addAll(ColumnAudit.ofScores(benchmark.outcomes()));
    findings.addAll(AlignmentAudit.of(benchmark));
    findings.addAll(coverage(benchmark.outcomes()));
    findings.addAll(ColumnAudit.ofCosts(benchmark.outcomes()));
    findings.addAll(TokenAudit.of(benchmark));
    findings.addAll(PriceAudit.of(benchmark));
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    return List.copyOf(findings);
  }

  /** Scores that were out of range before they were drawn to its ends. */
  private static List<Finding> clipped(Benchmark benchmark) {
    String count = benchmark.provenance().get(RoutingTableFolder.CLIPPED_SCORES);
    return count == null
        ? List.of()
        : List.of(
            Finding.warning(
                FindingKind.SCORE_OUT_OF_RANGE,
                count + " scores lay outside [0, 1] and were drawn to its ends"));
  }

  private static List<Finding> coverage(OutcomeTable outcomes) {
    int[] complete = outcomes.completeRows();
    List<Finding> findings = new ArrayList<>();
    if (complete.length < outcomes.size()) {
      findings.add(incomplete(outcomes, complete.length));
    }
    long unsolvable = IntStream.of(complete).filter(row -> !isSolvable(outcomes, row)).count();
    if (unsolvable > 0) {
      findings.add(
          Finding.note(
              FindingKind.UNSOLVABLE,
              share(unsolvable, complete.length, "queries with every model are unsolvable")
                  + ": no model reaches a score of "
                  + OutcomeTable.CORRECT));
    }
    return findings;
  }

  private static Finding incomplete(OutcomeTable outcomes, int complete) {
    int size = outcomes.size();
    long cells = (long) size * outcomes.pool().size();
    String message =
        share(
                new ColumnRanges(outcomes.pool(), outcomes.scores()).missing(size),
                cells,
                "scores are missing")
            + "; "
            + complete
            + " of "
            + size
            + " queries have every model";
    FindingKind kind = FindingKind.MISSING_SCORES;
    return complete == 0 ? Finding.warning(kind, message) : Finding.note(kind, message);
  }

  private static boolean isSolvable(OutcomeTable outcomes, int row) {
    return IntStream.range(0, outcomes.pool().size())
        .anyMatch(model -> outcomes.isCorrect(row, model));
  }

  /** Such as {@code 3 of 12 (25.0 %) scores are missing}. */
  static String share(long part, long whole, String what) {
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%) %s", part, whole, 100.0 * part / whole, what);
  }

  /** The first few of the models' names. */
  static String names(ModelPool pool, List<Integer> models) {
    return few(models.stream().map(pool::name).toList());
  }

  /** The first few, and how many more there are. */
  static String few(List<String> all) {
    String shown = all.stream().limit(FEW).collect(Collectors.joining(", "));
    int hidden = all.size() - FEW;
    return hidden > 0 ? shown + " and " + hidden + " more" : shown;
  }

  /** The first few names with their counts, the most frequent first, then by name. */
  static String byCount(Map<String, Integer> counts) {
    return few(
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(Map.Entry<String, Integer>::getValue)
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList());
  }
}
