package org.routerlab.eval;

/**
 * A number that says how well a router does on a test set.
 *
 * <p>A {@link QueryMetric} is a ratio of two sums of per-query columns, such as every mean; a
 * {@link SetMetric} is any other function of sums; a {@link CountMetric} takes a pass over the
 * queries. On a resample of the queries all are taken over the resample. The value is NaN where the
 * formula has none, as on a test set without rows; it never throws.
 */
public sealed interface Metric permits QueryMetric, SetMetric, CountMetric, CalibratedMetric {

  /** Name, unit, formula and source. */
  MetricDefinition definition();

  /** The name of the subset of queries it is taken on; {@code all} unless restricted. */
  String subset();

  /** This metric on a subset of the queries. */
  Metric on(QuerySubset subset);

  /** What it reads of a router, and the value it makes of that on any multiset of the queries. */
  Reading reading(RouterRuns runs);

  /** The value on all queries of the test set, without an interval. */
  default double value(RouterRuns runs) {
    return reading(runs).once(runs.test().size());
  }

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
