package org.routerlab.experiments.report;

/**
 * How often a router chose a model: a line of {@code selection.csv}.
 *
 * @param share of the test queries, in [0, 1]
 */
public record SelectionShare(
    String benchmark, String encoder, String router, String model, double share) {}
