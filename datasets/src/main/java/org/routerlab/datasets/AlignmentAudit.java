package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.datasets.Alignment.Verdict;

/**
 * Finds columns whose rows were joined in the wrong order.
 *
 * <p>A hard query is hard for most models, so the columns of a true outcome table correlate; one
 * that was joined to the wrong queries correlates with none, and inflates the oracle. Where a table
 * has several datasets, columns also correlate because some of these are hard, so that correlations
 * within datasets are looked at as well.
 */
final class AlignmentAudit {

  private static final String ANYWHERE = "";
  private static final String WITHIN = " within datasets";

  private final OutcomeTable outcomes;
  private final List<Finding> findings = new ArrayList<>();

  /** The columns that need no second finding. */
  private final Set<Integer> told = new HashSet<>();

  private AlignmentAudit(OutcomeTable outcomes) {
    this.outcomes = outcomes;
  }

  static List<Finding> of(Benchmark benchmark) {
    OutcomeTable outcomes = benchmark.outcomes();
    AlignmentAudit audit = new AlignmentAudit(outcomes);
    audit.shifted();
    audit.columns(Alignment.of(Correlations.of(outcomes.scores()), outcomes.scores()), ANYWHERE);
    int[] datasets = datasets(benchmark.queries());
    if (IntStream.of(datasets).distinct().count() > 1) {
      Correlations within = Correlations.within(outcomes.scores(), datasets);
      audit.columns(Alignment.of(within, outcomes.scores()), WITHIN);
    }
    audit.findings.addAll(EqualColumns.of(outcomes));
    return audit.findings;
  }

  /** The number of every query's dataset. */
  private static int[] datasets(List<Query> queries) {
    Map<String, Integer> numbers = new HashMap<>();
    return queries.stream()
        .mapToInt(query -> numbers.computeIfAbsent(query.dataset(), name -> numbers.size()))
        .toArray();
  }

  private void shifted() {
    SortedMap<Integer, ShiftedColumns.Shift> shifts = ShiftedColumns.of(outcomes);
    told.addAll(shifts.keySet());
    if (!shifts.isEmpty()) {
      List<String> names = new ArrayList<>();
      shifts.forEach((model, shift) -> names.add(outcomes.pool().name(model) + " " + shift));
      findings.add(
          Finding.grave(
              FindingKind.SHIFTED_COLUMN,
              "columns that correlate with the others more some rows away than on their own: "
                  + Audit.few(names)
                  + (outcomes.pool().size() == 2 ? ", or the other one the other way" : "")
                  + "; they seem to be shifted"));
    }
  }

  private void columns(Alignment alignment, String where) {
    if (alignment.hasCore()) {
      columns(alignment, where, Verdict.NONE);
      columns(alignment, where, Verdict.WEAK);
      columns(alignment, where, Verdict.INVERTED);
    } else if (findings.isEmpty()) {
      table(alignment, where);
    }
  }

  private void columns(Alignment alignment, String where, Verdict verdict) {
    List<Integer> models =
        IntStream.range(0, outcomes.pool().size())
            .filter(model -> !told.contains(model))
            .filter(model -> alignment.verdict(model) == verdict)
            .boxed()
            .toList();
    if (models.isEmpty()) {
      return;
    }
    told.addAll(models);
    List<String> names = models.stream().map(model -> name(model, alignment)).toList();
    String text =
        String.format(
            Locale.ROOT,
            "columns that %s the others%s (correlation; among the others it is %.3f): %s; ",
            verb(verdict),
            where,
            alignment.level(),
            Audit.few(names));
    findings.add(
        switch (verdict) {
          case NONE ->
              Finding.grave(
                  FindingKind.MISALIGNED_COLUMN,
                  text + "their rows are in another order, or their answers are guesses");
          case WEAK ->
              Finding.warning(
                  FindingKind.MISALIGNED_COLUMN, text + "their rows may be in another order");
          default ->
              Finding.warning(
                  FindingKind.INVERTED_COLUMN, text + "right and wrong may be interchanged");
        });
  }

  private static String verb(Verdict verdict) {
    return switch (verdict) {
      case NONE -> "do not go with";
      case WEAK -> "hardly go with";
      default -> "go against";
    };
  }

  private String name(int model, Alignment alignment) {
    return String.format(Locale.ROOT, "%s %.3f", outcomes.pool().name(model), alignment.own(model));
  }

  private void table(Alignment alignment, String where) {
    Verdict verdict = alignment.verdict();
    if (outcomes.pool().size() == 2 && where.equals(ANYWHERE) && goAgainst(alignment.median())) {
      findings.add(
          Finding.warning(
              FindingKind.INVERTED_COLUMN,
              String.format(
                  Locale.ROOT,
                  "the two columns go against each other (correlation %.3f); right and wrong may be"
                      + " interchanged in one, or each model is good at what the other is not",
                  alignment.median())));
      return;
    }
    if (verdict == Verdict.FINE) {
      return;
    }
    String text =
        String.format(
            Locale.ROOT,
            "the median correlation between model columns%s is %.3f, as if their rows were in"
                + " different orders; which ones cannot be told; the oracle would then be inflated"
                + " (it is %.3f)",
            where,
            alignment.median(),
            oracle());
    boolean grave = verdict == Verdict.NONE && where.equals(ANYWHERE);
    FindingKind kind = FindingKind.MISALIGNED_TABLE;
    findings.add(grave ? Finding.grave(kind, text) : Finding.warning(kind, text));
  }

  private boolean goAgainst(double correlation) {
    return correlation <= -0.1 && correlation < -3 / Math.sqrt(outcomes.size());
  }

  private double oracle() {
    return IntStream.range(0, outcomes.size())
        .mapToDouble(row -> best(outcomes.scores().row(row)))
        .filter(score -> score >= 0)
        .average()
        .orElse(Double.NaN);
  }

  private static double best(float[] scores) {
    double best = -1;
    for (float score : scores) {
      best = score > best ? score : best;
    }
    return best;
  }
}
