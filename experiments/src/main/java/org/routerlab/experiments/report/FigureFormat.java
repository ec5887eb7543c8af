package org.routerlab.experiments.report;

import java.util.List;

/**
 * Prints the figures of one column.
 *
 * @param decimals of a cost; -1 where each gets its own three significant digits
 */
record FigureFormat(MetricStyle style, int decimals) {

  private static final int MOST_DECIMALS = 8;
  private static final double LONGEST_COST = 1e7;

  /** The format of a metric, each figure by itself. */
  static FigureFormat of(MetricStyle style) {
    return new FigureFormat(style, -1);
  }

  /** The format of a column; costs get the decimals that its smallest needs for two digits. */
  static FigureFormat of(MetricStyle style, List<Figure> column) {
    double[] costs =
        column.stream()
            .mapToDouble(Figure::value)
            .filter(v -> v > 0 && Double.isFinite(v))
            .toArray();
    if (style.scale() != Scale.COST || costs.length == 0) {
      return of(style);
    }
    double smallest = costs[0];
    double largest = costs[0];
    for (double cost : costs) {
      smallest = Math.min(smallest, cost);
      largest = Math.max(largest, cost);
    }
    int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(smallest)));
    return decimals > MOST_DECIMALS || largest >= LONGEST_COST
        ? of(style)
        : new FigureFormat(style, decimals);
  }

  /** The printed value; – where there is none. */
  Cell cell(Figure figure, boolean best, boolean tied) {
    return figure.isDefined()
        ? new Cell(print(figure.value()), spread(figure), best, tied)
        : Cell.of(Cell.MISSING);
  }

  /** The value and its spread as one string. */
  String text(Figure figure) {
    Cell cell = cell(figure, false, false);
    return (cell.value() + " " + cell.spread()).strip();
  }

  private String print(double value) {
    return decimals >= 0 && Double.isFinite(value)
        ? DecimalText.fixed(value, 0, decimals)
        : style.scale().print(value);
  }

  private String spread(Figure figure) {
    if (!figure.hasInterval()) {
      return "";
    }
    boolean infinite = Double.isInfinite(figure.low()) || Double.isInfinite(figure.high());
    return style.bracketed() || infinite
        ? "[" + print(figure.low()) + ", " + print(figure.high()) + "]"
        : "± " + print((figure.high() - figure.low()) / 2);
  }
}
