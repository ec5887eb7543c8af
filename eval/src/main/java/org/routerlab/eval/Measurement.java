package org.routerlab.eval;

/**
 * One metric of one router on one subset of the test queries.
 *
 * @param router its name
 * @param subset {@code all} or the name of a {@link QuerySubset}
 * @param metric its name
 * @param estimate the value with its interval
 */
public record Measurement(String router, String subset, String metric, Estimate estimate) {}
