package org.routerlab.experiments.report;

/**
 * One point of a deferral curve: a line of {@code curves.csv}.
 *
 * @param curve {@code budget} (x is the allowed cost a query) or {@code lambda} (x is the weight of
 *     cost)
 * @param x the budget or the weight
 * @param accuracy the accuracy there, in [0, 1]
 * @param ciLow lower end of its interval; NaN where there is none
 * @param ciHigh upper end
 * @param cost the realised mean cost a query; NaN where unknown
 */
public record CurvePoint(
    String benchmark,
    String encoder,
    String router,
    String curve,
    double x,
    double accuracy,
    double ciLow,
    double ciHigh,
    double cost) {}
