package org.routerlab.eval;

import java.util.List;

/**
 * A number that says how well a router does on a test set: a function of sums of per-query columns.
 *
 * <p>A {@link QueryMetric} is a ratio of two sums, such as every mean; a {@link SetMetric} is any
 * other function of sums. On a resample of the queries the sums are taken over the resample. The
 * value is NaN where the formula has none, as on a test set without rows; it never throws.
 */
public sealed interface Metric permits QueryMetric, SetMetric, CalibratedMetric {

  /** Name, unit, formula and source. */
  MetricDefinition definition();

  /** The name of the subset of queries it is taken on; {@code all} unless restricted. */
  String subset();

  /** This metric on a subset of the queries. */
  Metric on(QuerySubset subset);

  /** The columns whose sums {@link #value} reads; those of several runs are averaged. */
  List<Column> columns(RouterRuns runs);

  /**
   * The metric.
   *
   * @param sums of the columns, in their order, over any multiset of the queries
   */
  double value(double[] sums);

  /** The number of queries the metric rests on. */
  int queries(TestSet test);

  /** The name in configurations and tables. */
  default String name() {
    return definition().name();
  }

  /** Whether more is better. */
  default boolean higherIsBetter() {
    return definition().better() == Better.HIGHER;
  }
}
