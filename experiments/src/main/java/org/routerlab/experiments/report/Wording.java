package org.routerlab.experiments.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences around the tables: how values were measured, what marks mean, why cells are empty.
 *
 * @param confidence such as {@code 95 %}
 * @param resamples such as {@code 10,000 resamples}; empty where the provenance does not say
 * @param costUnit such as {@code USD}
 */
record Wording(String confidence, String resamples, String costUnit) {

  static Wording of(Provenance provenance) {
    String confidence =
        provenance
            .find("confidence")
            .filter(Wording::isNumber)
            .map(Wording::percent)
            .orElse("95 %");
    String resamples =
        provenance
            .find("resamples")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(text -> DecimalText.count(Long.parseLong(text)) + " resamples")
            .orElse("");
    String costUnit =
        provenance.find("costUnit").filter(unit -> !unit.isBlank()).orElse("cost units");
    return new Wording(confidence, resamples, costUnit);
  }

  /** "mmlu-pro (test) with encoder e5-small-v2". */
  String setting(ComparisonTable table) {
    String setting = table.benchmark() + " (" + table.measurements().split() + ")";
    return table.encoder().equals(Measurements.NO_ENCODER)
        ? setting
        : setting + " with encoder " + table.encoder();
  }

  /** The caption of a table of measured values. */
  String caption(ComparisonTable table, List<Column> columns) {
    List<String> sentences = new ArrayList<>();
    sentences.add(setting(table) + ": " + units(columns) + ".");
    sentences.add(intervals(columns));
    sentences.add(counts(table.measurements()));
    if (table.measurements().seeds() > 1) {
      sentences.add("Routers are means over " + table.measurements().seeds() + " seeds.");
    }
    return String.join(" ", sentences);
  }

  /** The notes below a table of measured values. */
  List<String> notes(ComparisonTable table, List<Line> lines, List<Column> columns) {
    List<String> notes = new ArrayList<>();
    if (columns.stream().anyMatch(column -> !table.best(column).isEmpty())) {
      notes.add(
          "Bold: the best of a column; the oracles, which look at test outcomes, do not compete.");
    }
    if (lines.stream().anyMatch(line -> !line.isDeployable() && line.reference().isEmpty())) {
      notes.add("(hindsight): looks at test outcomes, does not compete.");
    }
    if (columns.stream().anyMatch(table::isCompared)) {
      notes.add(
          "≈: cannot be told apart from the best of the column; the "
              + confidence
              + " interval of the paired difference contains 0.");
    }
    boolean hasHeuristic =
        lines.stream().anyMatch(line -> line.reference().equals(Optional.of(Reference.HEURISTIC)));
    if (hasHeuristic && columns.contains(Column.ACCURACY)) {
      notes.add(
          "Heuristic: the model of the best training mean, less its weighted cost or within the"
              + " budget where a column has one; elsewhere the same as Best Single (train).");
    }
    columns.stream()
        .filter(column -> column.metric().equals("dataset-average"))
        .forEach(
            column ->
                notes.add(
                    column.header()
                        + ": the accuracy on each dataset, averaged so that every dataset counts"
                        + " the same."));
    notes.addAll(missing(table, lines, columns));
    return notes;
  }

  private static Set<String> missing(
      ComparisonTable table, List<Line> lines, List<Column> columns) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Line line : lines) {
      for (Column column : columns) {
        Figure figure = table.figure(line, column);
        if (!figure.isRecorded()) {
          reasons.add("–: nothing was recorded for this row and column.");
        } else if (!figure.isDefined()) {
          String reason = figure.n() == 0 ? "no such queries" : column.style().undefined();
          reasons.add("– in " + column.header() + ": not defined, as " + asReason(reason) + ".");
        } else if (Double.isInfinite(figure.value())) {
          reasons.add("∞ in " + column.header() + ": " + column.style().undefined() + ".");
        }
      }
    }
    return reasons;
  }

  private static String asReason(String reason) {
    return reason.startsWith("no ") ? "there are " + reason : reason;
  }

  private String intervals(List<Column> columns) {
    boolean plusMinus = columns.stream().anyMatch(column -> !column.style().bracketed());
    boolean brackets = columns.stream().anyMatch(column -> column.style().bracketed());
    String how =
        plusMinus && brackets
            ? "± is half the width of, and [low, high] is, the "
            : plusMinus ? "± is half the width of the " : "[low, high] is the ";
    String drawn = resamples.isEmpty() ? "" : " (" + resamples + ")";
    return how + confidence + " paired-bootstrap interval" + drawn + ".";
  }

  private String units(List<Column> columns) {
    Set<String> percent = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Column column : columns) {
      if (column.style().scale() == Scale.PERCENT) {
        percent.add(column.header());
      } else if (!column.style().scale().unit().isEmpty()) {
        others.add(column.header() + " in " + unit(column.style().scale()));
      }
    }
    String first =
        percent.size() == columns.size()
            ? "all values in %"
            : percent.isEmpty() ? "" : "values in % unless said otherwise";
    if (others.isEmpty()) {
      return first.isEmpty() ? "values without a unit" : first;
    }
    return (first.isEmpty() ? "" : first + "; ") + String.join("; ", others);
  }

  private String unit(Scale scale) {
    return scale == Scale.COST ? costUnit + " a query" : scale.unit();
  }

  private static String counts(Measurements measurements) {
    List<String> parts = new ArrayList<>();
    for (String subset : List.of("hard", "easy", "unsolvable")) {
      List<Integer> counts = measurements.counts(subset);
      if (!counts.isEmpty()) {
        parts.add(range(counts) + " " + subset);
      }
    }
    String strata = parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    return "n = " + range(measurements.counts(Measurements.ALL)) + " queries" + strata + ".";
  }

  /** "1,200", or "1,150–1,200" where rows differ. */
  static String range(List<Integer> counts) {
    if (counts.isEmpty()) {
      return "?";
    }
    String low = DecimalText.count(counts.get(0));
    String high = DecimalText.count(counts.get(counts.size() - 1));
    return low.equals(high) ? low : low + "–" + high;
  }

  private static boolean isNumber(String text) {
    return text.matches("0?\\.\\d+");
  }

  private static String percent(String fraction) {
    return new BigDecimal(fraction).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
