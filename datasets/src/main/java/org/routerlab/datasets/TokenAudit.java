package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** Findings about recorded token counts; none where none are recorded. */
final class TokenAudit {

  /** On fewer queries, equal counts say nothing. */
  private static final int FEW_QUERIES = 10;

  private final OutcomeTable outcomes;
  private final TokenCounts tokens;
  private final List<Finding> findings = new ArrayList<>();

  private TokenAudit(OutcomeTable outcomes, TokenCounts tokens) {
    this.outcomes = outcomes;
    this.tokens = tokens;
  }

  static List<Finding> of(Benchmark benchmark) {
    return benchmark
        .tokens()
        .map(tokens -> new TokenAudit(benchmark.outcomes(), tokens).findings())
        .orElse(List.of());
  }

  private List<Finding> findings() {
    columns("input", tokens.input());
    columns("output", tokens.output());
    emptyAnswers();
    sameInput();
    return findings;
  }

  private void columns(String what, FloatMatrix counts) {
    ModelPool pool = outcomes.pool();
    ColumnRanges columns = new ColumnRanges(pool, counts);
    columns
        .named(model -> columns.known(model) == 0)
        .map(names -> "no count of " + what + " tokens is known for " + names)
        .ifPresent(text -> findings.add(Finding.warning(FindingKind.UNKNOWN_TOKENS, text)));
    columns
        .named(model -> columns.known(model) >= FEW_QUERIES && columns.isConstant(model))
        .map(names -> "the number of " + what + " tokens is the same on every query for " + names)
        .ifPresent(text -> findings.add(Finding.warning(FindingKind.CONSTANT_TOKENS, text)));
    long missing = columns.missing(counts.rows());
    long cells = (long) counts.rows() * counts.columns();
    if (missing > 0) {
      String text = Audit.share(missing, cells, "counts of " + what + " tokens are unknown");
      findings.add(Finding.note(FindingKind.UNKNOWN_TOKENS, text));
    }
    long fractional = 0;
    for (int row = 0; row < counts.rows(); row++) {
      for (int model = 0; model < counts.columns(); model++) {
        float count = counts.get(row, model);
        fractional += count != Math.rint(count) && !Float.isNaN(count) ? 1 : 0;
      }
    }
    if (fractional > 0) {
      String text =
          Audit.share(fractional, cells - missing, "counts of " + what + " tokens are not whole");
      findings.add(
          Finding.warning(FindingKind.FRACTIONAL_TOKENS, text + ", as estimates and means are"));
    }
  }

  private void emptyAnswers() {
    long empty = 0;
    long scored = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      for (int model = 0; model < outcomes.pool().size(); model++) {
        if (tokens.output().get(row, model) == 0) {
          empty++;
          scored += outcomes.score(row, model) > 0 ? 1 : 0;
        }
      }
    }
    if (scored > 0) {
      findings.add(
          Finding.warning(
              FindingKind.SCORE_WITHOUT_OUTPUT,
              Audit.share(scored, empty, "calls without output tokens have a score above 0")));
    }
  }

  private void sameInput() {
    int compared = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      float first = Float.NaN;
      boolean several = false;
      for (float count : tokens.input().row(row)) {
        if (!Float.isNaN(count) && !Float.isNaN(first)) {
          if (count != first) {
            return;
          }
          several = true;
        }
        first = Float.isNaN(first) ? count : first;
      }
      compared += several ? 1 : 0;
    }
    if (compared >= FEW_QUERIES) {
      findings.add(
          Finding.note(
              FindingKind.SAME_INPUT_TOKENS,
              "all models read the same number of tokens on each of "
                  + compared
                  + " queries: counted by one tokenizer, it seems, not by each model's own"));
    }
  }
}
