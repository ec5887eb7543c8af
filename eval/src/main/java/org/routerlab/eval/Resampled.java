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

  /** Several figures at once, made of sums of columns or of how often each query counts. */
  @FunctionalInterface
  interface Figures {
    double[] of(double[] sums, int[] counts);
  }

  /** Statistics, each by itself. */
  static Resampled of(
      List<Statistic> statistics, ColumnIndex index, ResampleDraw draw, int resamples) {
    WeightedSums layout = new WeightedSums(draw.size(), index.columns());
    return of(
        layout,
        draw,
        resamples,
        statistics.size(),
        (sums, counts) ->
            statistics.stream().mapToDouble(each -> each.of(sums, counts, layout)).toArray());
  }

  /**
   * Figures that are made together.
   *
   * @param layout where the sums are that the figures read
   * @param count how many figures there are
   */
  static Resampled of(
      WeightedSums layout, ResampleDraw draw, int resamples, int count, Figures figures) {
    int[][] once = {IntStream.range(0, draw.size()).map(row -> 1).toArray()};
    double[] values = figures.of(layout.sum(once)[0], once[0]);
    double[][] resampled = new double[count][resamples];
    int blocks = count == 0 ? 0 : (resamples + TOGETHER - 1) / TOGETHER;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> resample(block, layout, draw, figures, resampled));
    return new Resampled(values, resampled);
  }

  private static void resample(
      int block, WeightedSums layout, ResampleDraw draw, Figures figures, double[][] resampled) {
    int first = block * TOGETHER;
    int[][] counts = new int[Math.min(TOGETHER, resampled[0].length - first)][draw.size()];
    for (int i = 0; i < counts.length; i++) {
      draw.draw(first + i, counts[i]);
    }
    double[][] sums = layout.sum(counts);
    for (int i = 0; i < counts.length; i++) {
      double[] made = figures.of(sums[i], counts[i]);
      for (int figure = 0; figure < made.length; figure++) {
        resampled[figure][first + i] = made[figure];
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
