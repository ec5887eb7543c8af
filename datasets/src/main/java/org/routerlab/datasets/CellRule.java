package org.routerlab.datasets;

import java.util.regex.Pattern;

/** What a cell of a table of models may hold; an empty cell always stands for NaN. */
enum CellRule {
  SCORE("a score in [0, 1] or an empty cell", 0, 1),
  /** A score of any size, drawn to the nearer end of [0, 1]. */
  CLIPPED_SCORE("a score or an empty cell", -Double.MAX_VALUE, Double.MAX_VALUE),
  AMOUNT("a finite number of at least 0 or an empty cell", 0, Double.MAX_VALUE);

  // Narrower than Float.parseFloat, which also takes NaN, Infinity, 1f, 0x1p3 and blanks.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final String expected;
  private final double low;
  private final double high;

  CellRule(String expected, double low, double high) {
    this.expected = expected;
    this.low = low;
    this.high = high;
  }

  /** The rule in words. */
  String expected() {
    return expected;
  }

  /** Whether the cell keeps the rule. */
  boolean allows(String cell) {
    if (cell.isEmpty()) {
      return true;
    }
    if (!NUMBER.matcher(cell).matches()) {
      return false;
    }
    // Checked as a double, because a float would round 1.00000001 to 1.
    double value = Double.parseDouble(cell);
    return value >= low && value <= high && Float.isFinite(Float.parseFloat(cell));
  }

  /** The value of a cell that keeps the rule; the float nearest to the decimal number. */
  float parse(String cell) {
    if (cell.isEmpty()) {
      return Float.NaN;
    }
    float value = Float.parseFloat(cell);
    return this == CLIPPED_SCORE ? Math.max(0, Math.min(1, value)) : value;
  }
}
