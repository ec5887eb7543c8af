package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/** Findings about single columns of scores and costs: empty, constant, out of range. */
final class ColumnAudit {

  private ColumnAudit() {}

  static List<Finding> ofScores(OutcomeTable outcomes) {
    ColumnRanges columns = new ColumnRanges(outcomes.pool(), outcomes.scores());
    List<Finding> findings = new ArrayList<>();
    columns
        .named(model -> columns.lowest(model) < 0 || columns.highest(model) > 1)
        .map(names -> "scores lie outside [0, 1] for " + names)
        .ifPresent(text -> findings.add(Finding.grave(FindingKind.SCORE_OUT_OF_RANGE, text)));
    columns
        .named(model -> columns.known(model) == 0)
        .map(names -> "no score was ever observed for " + names)
        .ifPresent(text -> findings.add(Finding.warning(FindingKind.NO_SCORES, text)));
    columns
        .named(columns::isConstant)
        .map(names -> "the score is the same on every query for " + names)
        .ifPresent(text -> findings.add(Finding.warning(FindingKind.CONSTANT_SCORES, text)));
    return findings;
  }

  static List<Finding> ofCosts(OutcomeTable outcomes) {
    if (!outcomes.hasCosts()) {
      return List.of(Finding.note(FindingKind.NO_COSTS, "no costs are recorded"));
    }
    ColumnRanges columns = new ColumnRanges(outcomes.pool(), outcomes.costs());
    List<Finding> findings = new ArrayList<>();
    columns
        .named(model -> columns.lowest(model) < 0)
        .map(names -> "costs are below 0 for " + names)
        .ifPresent(text -> findings.add(Finding.grave(FindingKind.NEGATIVE_COSTS, text)));
    columns
        .named(model -> columns.known(model) == 0)
        .map(names -> "no cost is known for " + names)
        .ifPresent(text -> findings.add(Finding.warning(FindingKind.UNKNOWN_COSTS, text)));
    columns
        .named(columns::isConstant)
        .map(names -> "the cost is the same on every query for " + names)
        .ifPresent(text -> findings.add(constantCosts(columns, outcomes.pool().size(), text)));
    long missing = columns.missing(outcomes.size());
    if (missing > 0) {
      long cells = (long) outcomes.size() * outcomes.pool().size();
      findings.add(
          Finding.note(
              FindingKind.UNKNOWN_COSTS, Audit.share(missing, cells, "costs are unknown")));
    }
    return findings;
  }

  // List prices are constant for every model; for some models only, it looks like a mistake.
  private static Finding constantCosts(ColumnRanges columns, int models, String text) {
    boolean all = IntStream.range(0, models).allMatch(columns::isConstant);
    FindingKind kind = FindingKind.CONSTANT_COSTS;
    return all ? Finding.note(kind, text) : Finding.warning(kind, text);
  }
}
