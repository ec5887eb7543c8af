package org.routerlab.experiments.report;

/**
 * One measured value: a line of {@code results.csv}.
 *
 * @param benchmark the data set
 * @param split the part of it that was measured, such as {@code test}
 * @param subset {@code all}, {@code hard}, {@code easy}, {@code unsolvable}, {@code dataset:NAME}
 *     or {@code tag:NAME=VALUE}
 * @param router the router's label, such as <code>knn{k=10}</code>
 * @param encoder the encoder; {@code -} for references, which need none
 * @param seed the seed of the training; {@code all} for the mean over seeds
 * @param metric the metric's name
 * @param value NaN where the metric is not defined
 * @param ciLow lower end of the interval, in the metric's unit; NaN where there is none
 * @param ciHigh upper end
 * @param n the number of queries it was measured on
 */
public record ResultRow(
    String benchmark,
    String split,
    String subset,
    String router,
    String encoder,
    String seed,
    String metric,
    double value,
    double ciLow,
    double ciHigh,
    int n) {}
