package org.routerlab.eval;

/**
 * What a query adds to the numerator and to the denominator of a metric.
 *
 * @param numerator one value a query
 * @param denominator one value a query; 1 for a mean
 */
public record Ratio(Column numerator, Column denominator) {

  /** A mean over the queries. */
  static Ratio mean(double[] values) {
    return new Ratio(Column.of(values), Column.constant(values.length, 1));
  }
}
