package org.routerlab.experiments.report;

import java.util.List;
import java.util.Optional;

/** Expected values beside the ones found. */
final class ExpectationGrid {

  static final String OK = "ok";
  static final String OFF = "OFF";

  private ExpectationGrid() {}

  /** The table; empty where nothing was expected. */
  static Optional<Grid> of(List<ExpectationRow> expectations, String id) {
    if (expectations.isEmpty()) {
      return Optional.empty();
    }
    long met = expectations.stream().filter(ExpectationRow::ok).count();
    return Optional.of(
        new Grid(
            id,
            "Expected and found",
            met
                + " of "
                + expectations.size()
                + " expectations met; values as in results.csv, unscaled.",
            "Router",
            List.of("Metric", "Expected", "Tolerance", "Found", "Difference", "Source", "Verdict"),
            expectations.stream().map(ExpectationGrid::row).toList(),
            List.of(
                "OFF: further from the expected value than the tolerance, either way.",
                "Source paper: tells whether a paper is reproduced; ours: whether RouterLab"
                    + " changed.")));
  }

  private static Grid.Row row(ExpectationRow row) {
    return new Grid.Row(
        row.router(),
        0,
        List.of(
            Cell.of(row.metric()),
            Cell.of(DecimalText.shortest(row.value())),
            Cell.of(DecimalText.shortest(row.tolerance())),
            Cell.of(number(row.found(), "")),
            Cell.of(number(row.found() - row.value(), row.found() > row.value() ? "+" : "")),
            Cell.of(row.source()),
            Cell.of(row.ok() ? OK : OFF)));
  }

  private static String number(double value, String sign) {
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    return finite ? sign + DecimalText.fixed(value, 0, 4) : Cell.MISSING;
  }
}
