package org.routerlab.eval;

import java.util.function.ToDoubleFunction;

/** A number made of sums of some columns. */
record Statistic(int[] columns, ToDoubleFunction<double[]> value) {

  static Statistic of(RouterRuns runs, Metric metric, ColumnIndex index) {
    int[] columns = metric.columns(runs).stream().mapToInt(index::numberOf).toArray();
    return new Statistic(columns, metric::value);
  }

  double of(double[] sums, WeightedSums layout) {
    double[] own = new double[columns.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = sums[layout.slot(columns[i])];
    }
    return value.applyAsDouble(own);
  }
}
