package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Statistics on the queries as they are and on every resample; all on the same resamples.
 *
 * @param values one a statistic
 * @param resampled statistics × resamples
 */
record Resampled(double[] values, double[][] resampled) {

  /** How many resamples one thread takes at once; more share one pass over the columns. */
  private static final int TOGETHER = 32;

  static Resampled of(
      List<Statistic> statistics, ColumnIndex index, ResampleDraw draw, int resamples) {
    WeightedSums layout = new WeightedSums(draw.size(), index.columns());
    int[][] once = {IntStream.range(0, draw.size()).map(row -> 1).toArray()};
    double[] sums = layout.sum(once)[0];
    double[] values = statistics.stream().mapToDouble(s -> s.of(sums, once[0], layout)).toArray();
    double[][] resampled = new double[statistics.size()][resamples];
    IntStream.range(0, (resamples + TOGETHER - 1) / TOGETHER)
        .parallel()
        .forEach(block -> resample(block, statistics, layout, draw, resampled));
    return new Resampled(values, resampled);
  }

  private static void resample(
      int block,
      List<Statistic> statistics,
      WeightedSums layout,
      ResampleDraw draw,
      double[][] resampled) {
    int first = block * TOGETHER;
    int resamples = resampled.length == 0 ? 0 : resampled[0].length;
    int count = Math.max(0, Math.min(TOGETHER, resamples - first));
    int[][] counts = new int[count][draw.size()];
    for (int i = 0; i < count; i++) {
      draw.draw(first + i, counts[i]);
    }
    double[][] sums = layout.sum(counts);
    for (int s = 0; s < statistics.size(); s++) {
      for (int i = 0; i < count; i++) {
        resampled[s][first + i] = statistics.get(s).of(sums[i], counts[i], layout);
      }
    }
  }

  /** One of the statistics alone. */
  Resampled only(int statistic) {
    return new Resampled(new double[] {values[statistic]}, new double[][] {resampled[statistic]});
  }

  /** These statistics, then those of another; as many resamples, the same or not. */
  Resampled beside(Resampled other) {
    return new Resampled(
        DoubleStream.concat(Arrays.stream(values), Arrays.stream(other.values)).toArray(),
        Stream.concat(Arrays.stream(resampled), Arrays.stream(other.resampled))
            .toArray(double[][]::new));
  }

  /** A statistic with its interval. */
  Estimate estimate(int statistic, double confidence, int n) {
    return PercentileInterval.of(values[statistic], resampled[statistic].clone(), confidence, n);
  }

  /** The difference of two statistics, resample by resample, with its interval. */
  Estimate difference(int statistic, int other, double confidence, int n) {
    double[] differences = new double[resampled[statistic].length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = resampled[statistic][i] - resampled[other][i];
    }
    double value = values[statistic] - values[other];
    return PercentileInterval.of(value, differences, confidence, n);
  }

  /**
   * How surprising the difference of two statistics is if there is none: twice the share of
   * resamples on its far side of 0 (or at 0), counting one more than there are, at most 1; NaN
   * where a difference is.
   */
  double pValue(int statistic, int other) {
    int below = 1;
    int above = 1;
    int resamples = resampled[statistic].length;
    for (int i = 0; i < resamples; i++) {
      double difference = resampled[statistic][i] - resampled[other][i];
      if (Double.isNaN(difference)) {
        return Double.NaN;
      }
      below += difference <= 0 ? 1 : 0;
      above += difference >= 0 ? 1 : 0;
    }
    return Math.min(1, 2.0 * Math.min(below, above) / (resamples + 1));
  }

  /** One number made of the differences of several statistics to another, with its interval. */
  Estimate difference(
      int[] statistics, int other, ToDoubleFunction<double[]> summary, double confidence, int n) {
    double[] differences = new double[resampled[other].length];
    for (int i = 0; i < differences.length; i++) {
      int resample = i;
      differences[i] =
          summary.applyAsDouble(
              Arrays.stream(statistics)
                  .mapToDouble(s -> resampled[s][resample] - resampled[other][resample])
                  .toArray());
    }
    double value =
        summary.applyAsDouble(
            Arrays.stream(statistics).mapToDouble(s -> values[s] - values[other]).toArray());
    return PercentileInterval.of(value, differences, confidence, n);
  }

  /** The least of some values that are not NaN; NaN without any. */
  static double least(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
  }

  /** The greatest of some values that are not NaN; NaN without any. */
  static double greatest(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
  }
}
