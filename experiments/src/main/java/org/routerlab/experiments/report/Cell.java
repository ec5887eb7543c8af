package org.routerlab.experiments.report;

/**
 * One printed cell.
 *
 * @param value the value, or – where there is none
 * @param spread {@code ± half-width} or {@code [low, high]}; empty where there is no interval
 * @param best whether it is the best of its column
 * @param tied whether it cannot be told apart from the best
 */
record Cell(String value, String spread, boolean best, boolean tied) {

  static final String MISSING = "–";

  /** A cell of text. */
  static Cell of(String text) {
    return new Cell(text, "", false, false);
  }
}
