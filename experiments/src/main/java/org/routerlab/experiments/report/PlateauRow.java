package org.routerlab.experiments.report;

/**
 * One figure of The Routing Plateau's tables: a line of {@code plateau.csv}.
 *
 * @param table 1 to 5
 * @param router the router's label; {@code -} for a figure of all routers
 * @param other the router it is compared with; {@code -} where there is none
 * @param quantity what was measured, such as {@code hard-gap}
 * @param value NaN where it is not defined
 * @param ciLow lower end of the paired-bootstrap interval; NaN where there is none
 * @param ciHigh upper end
 * @param n the number of queries, or of trainings for a deviation over seeds
 */
public record PlateauRow(
    String benchmark,
    String encoder,
    int table,
    String router,
    String other,
    String quantity,
    double value,
    double ciLow,
    double ciHigh,
    int n) {

  /** What stands in place of a router where there is none. */
  public static final String NONE = "-";

  Figure figure() {
    return new Figure(value, ciLow, ciHigh, n);
  }
}
