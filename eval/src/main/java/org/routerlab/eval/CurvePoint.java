package org.routerlab.eval;

/**
 * An operating point of a router.
 *
 * @param x where it stands on the curve's axis: a budget, or a cost weight λ
 * @param cost the mean realised cost there
 * @param accuracy the accuracy there, with its interval
 */
public record CurvePoint(double x, double cost, Estimate accuracy) {}
