package org.routerlab.experiments.report;

/**
 * A measured value with its interval, or the lack of one.
 *
 * @param value NaN where not defined or not recorded
 * @param n the number of queries; -1 where nothing was recorded
 */
record Figure(double value, double low, double high, int n) {

  /** Nothing was recorded. */
  static final Figure NONE = new Figure(Double.NaN, Double.NaN, Double.NaN, -1);

  static Figure of(ResultRow row) {
    return new Figure(row.value(), row.ciLow(), row.ciHigh(), row.n());
  }

  boolean isRecorded() {
    return n >= 0;
  }

  boolean isDefined() {
    return !Double.isNaN(value);
  }

  boolean hasInterval() {
    return isDefined() && !Double.isNaN(low) && !Double.isNaN(high);
  }
}
