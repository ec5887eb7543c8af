/**
 * Measures routers on recorded outcomes: metrics, curves, strata, references and intervals.
 *
 * <p>Start at {@link org.routerlab.eval.TestSet}, which holds what was recorded, {@link
 * org.routerlab.eval.Evaluation}, a router on it, {@link org.routerlab.eval.Metrics} and {@link
 * org.routerlab.eval.Comparison}. Nearly every metric is a function of sums of per-query values;
 * this is what makes one set of bootstrap resamples serve all routers and all metrics. The others,
 * along queries sorted by a router, take a pass over the counts of a resample. All types are
 * immutable and safe to share between threads; no result depends on the number of threads.
 */
package org.routerlab.eval;
