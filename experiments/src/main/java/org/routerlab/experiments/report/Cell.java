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

  /** A figure as its metric is shown. */
  static Cell of(Figure figure, MetricStyle style, boolean best, boolean tied) {
    if (!figure.isDefined()) {
      return of(MISSING);
    }
    return new Cell(style.scale().print(figure.value()), spread(figure, style), best, tied);
  }

  private static String spread(Figure figure, MetricStyle style) {
    if (!figure.hasInterval()) {
      return "";
    }
    Scale scale = style.scale();
    boolean infinite = Double.isInfinite(figure.low()) || Double.isInfinite(figure.high());
    return style.bracketed() || infinite
        ? "[" + scale.print(figure.low()) + ", " + scale.print(figure.high()) + "]"
        : "± " + scale.printHalfWidth((figure.high() - figure.low()) / 2);
  }
}
