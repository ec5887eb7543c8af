package org.routerlab.experiments.report;

/**
 * How far a router is from the best one, on the same resamples: a line of {@code comparisons.csv}.
 *
 * @param best the best deployable router of this benchmark, encoder and metric
 * @param difference the router's value minus the best one's, in the metric's unit
 * @param ciLow lower end of the interval of the difference
 * @param ciHigh upper end
 * @param separable whether that interval excludes 0
 * @param deployable whether it may compete; what looks at test outcomes does not
 */
public record ComparisonRow(
    String benchmark,
    String encoder,
    String metric,
    String router,
    String best,
    double difference,
    double ciLow,
    double ciHigh,
    boolean separable,
    boolean deployable) {}
