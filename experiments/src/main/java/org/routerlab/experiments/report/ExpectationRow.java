package org.routerlab.experiments.report;

/**
 * An expected value beside the one found: a line of {@code expectations.csv}.
 *
 * @param value what was expected, in the metric's unit
 * @param tolerance how far {@code found} may be from it, either way
 * @param source {@code paper} or {@code ours}, or a citation
 * @param found what was measured; NaN where nothing was
 * @param ok whether it is within the tolerance
 */
public record ExpectationRow(
    String router,
    String metric,
    double value,
    double tolerance,
    String source,
    double found,
    boolean ok) {}
