package org.routerlab.experiments;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.routerlab.core.Require;
import org.routerlab.eval.Estimate;

/**
 * How often the right route was chosen: means over draws, with intervals of 95 % that reflect both
 * draws and queries.
 *
 * @param queries of every route
 * @param byDraw accuracies, by draw and route
 * @param resampled accuracies, by resample and route
 */
record UtteranceAccuracy(int[] queries, double[][] byDraw, double[][] resampled) {

  private static final double TAIL = 0.025;

  /** Over all queries. */
  Estimate overall() {
    return estimate(this::overall);
  }

  /** The mean of the routes. */
  Estimate macro() {
    return estimate(UtteranceAccuracy::macro);
  }

  /** Over the queries of one route. */
  Estimate route(int route) {
    double value = Arrays.stream(byDraw).mapToDouble(draw -> draw[route]).average().orElseThrow();
    return interval(value, values(resampled, routes -> routes[route]), queries[route]);
  }

  /** The standard deviation of the mean of the routes over draws; NaN where there is one draw. */
  double deviation() {
    double[] macros = values(byDraw, UtteranceAccuracy::macro);
    double mean = Arrays.stream(macros).average().orElseThrow();
    double squares = Arrays.stream(macros).map(macro -> (macro - mean) * (macro - mean)).sum();
    return macros.length < 2 ? Double.NaN : Math.sqrt(squares / (macros.length - 1));
  }

  /** By how much the mean of the routes is above that of another setting on the same queries. */
  Estimate macroGain(UtteranceAccuracy other) {
    return gain(other, UtteranceAccuracy::macro);
  }

  /** By how much the accuracy over all queries is above that of another setting. */
  Estimate overallGain(UtteranceAccuracy other) {
    return gain(other, this::overall);
  }

  /** By how much the accuracy of a route is above that of another setting. */
  Estimate routeGain(UtteranceAccuracy other, int route) {
    return gain(other, routes -> routes[route]);
  }

  private Estimate gain(UtteranceAccuracy other, ToDoubleFunction<double[]> figure) {
    Require.equal("resamples", resampled.length, "those of the other", other.resampled.length);
    double[] gains = values(resampled, figure);
    double[] others = values(other.resampled, figure);
    for (int i = 0; i < gains.length; i++) {
      gains[i] -= others[i];
    }
    double value =
        Arrays.stream(values(byDraw, figure)).average().orElseThrow()
            - Arrays.stream(values(other.byDraw, figure)).average().orElseThrow();
    return interval(value, gains, size());
  }

  private Estimate estimate(ToDoubleFunction<double[]> figure) {
    double value = Arrays.stream(values(byDraw, figure)).average().orElseThrow();
    return interval(value, values(resampled, figure), size());
  }

  private int size() {
    return Arrays.stream(queries).sum();
  }

  private double overall(double[] routes) {
    double right = 0;
    for (int route = 0; route < routes.length; route++) {
      right += routes[route] * queries[route];
    }
    return right / size();
  }

  private static double macro(double[] routes) {
    double sum = 0;
    for (double route : routes) {
      sum += route;
    }
    return sum / routes.length;
  }

  private static double[] values(double[][] rows, ToDoubleFunction<double[]> figure) {
    return Arrays.stream(rows).mapToDouble(figure).toArray();
  }

  private static Estimate interval(double value, double[] resampled, int n) {
    Arrays.sort(resampled);
    return new Estimate(value, quantile(resampled, TAIL), quantile(resampled, 1 - TAIL), n);
  }

  /** Linear between neighbours in order. */
  static double quantile(double[] sorted, double share) {
    double position = (sorted.length - 1) * share;
    int below = (int) position;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
