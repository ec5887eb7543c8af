package org.routerlab.eval;

import java.util.function.ToDoubleFunction;

/** A number made of sums of some columns, or of how often each query counts. */
record Statistic(int[] columns, Reading.Value value) {

  Statistic(int[] columns, ToDoubleFunction<double[]> value) {
    this(columns, (sums, counts) -> value.applyAsDouble(sums));
  }

  static Statistic of(RouterRuns runs, Metric metric, ColumnIndex index) {
    return of(metric.reading(runs), index);
  }

  static Statistic of(Reading reading, ColumnIndex index) {
    int[] columns = reading.columns().stream().mapToInt(index::numberOf).toArray();
    return new Statistic(columns, reading.value());
  }

  double of(double[] sums, int[] counts, WeightedSums layout) {
    double[] own = new double[columns.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = sums[layout.slot(columns[i])];
    }
    return value.of(own, counts);
  }
}
