package org.routerlab.eval;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How long a router takes to decide, from measured times; in milliseconds.
 *
 * <p>A percentile is linear between the two measured times next to it, at place (n − 1) × share of
 * the sorted ones, counted from 0 (type 7 of Hyndman and Fan, 1996). Intervals come from drawing
 * the times anew with replacement; they take measurements as independent, which those of a machine
 * that warms up are not, and that of p99 tells little below a few hundred measurements. Without a
 * measurement everything is NaN. RouterLab's own; RouterArena (arXiv 2510.00202) reports
 * milliseconds a decision.
 *
 * @param p50 the median
 * @param p99 the time that 99 of 100 decisions stay within
 * @param mean the mean
 */
public record DecisionLatency(Estimate p50, Estimate p99, Estimate mean) {

  private static final double NANOSECONDS = 1e6;

  /**
   * Sums up measured times.
   *
   * @param nanoseconds one a decision, at least 0, in any order
   * @param bootstrap for the number of resamples, their confidence and seed; its kind of resampling
   *     does not matter, as times belong to no dataset
   * @throws IllegalArgumentException on a negative time
   */
  public static DecisionLatency of(long[] nanoseconds, Bootstrap bootstrap) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException(
          "decision times must be >= 0 nanoseconds but one is " + sorted[0]);
    }
    int[] once = new int[sorted.length];
    Arrays.fill(once, 1);
    double[] values = summary(sorted, once);
    double[][] resampled =
        IntStream.range(0, bootstrap.resamples())
            .parallel()
            .mapToObj(index -> summary(sorted, draw(sorted.length, index, bootstrap)))
            .toArray(double[][]::new);
    return new DecisionLatency(
        estimate(0, values, resampled, sorted.length, bootstrap),
        estimate(1, values, resampled, sorted.length, bootstrap),
        estimate(2, values, resampled, sorted.length, bootstrap));
  }

  private static Estimate estimate(
      int figure, double[] values, double[][] resampled, int n, Bootstrap bootstrap) {
    double[] all = Arrays.stream(resampled).mapToDouble(each -> each[figure]).toArray();
    return PercentileInterval.of(values[figure], all, bootstrap.confidence(), n);
  }

  /** How often each time is drawn; a random stream for each resample, whatever the thread. */
  private static int[] draw(int size, int index, Bootstrap bootstrap) {
    SplittableRandom random = bootstrap.seed().stream("decision latency resample " + index);
    int[] counts = new int[size];
    for (int drawn = 0; drawn < size; drawn++) {
      counts[random.nextInt(size)]++;
    }
    return counts;
  }

  /** Median, 99th percentile and mean, in milliseconds. */
  private static double[] summary(long[] sorted, int[] counts) {
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += counts[i] * (double) sorted[i];
    }
    return new double[] {
      percentile(sorted, counts, .5) / NANOSECONDS,
      percentile(sorted, counts, .99) / NANOSECONDS,
      sum / sorted.length / NANOSECONDS
    };
  }

  private static double percentile(long[] sorted, int[] counts, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = (sorted.length - 1) * share;
    long below = at(sorted, counts, (int) place);
    long above = at(sorted, counts, (int) Math.ceil(place));
    return below + (place - (int) place) * (above - below);
  }

  /** The time at a place of the sorted drawn ones. */
  private static long at(long[] sorted, int[] counts, int place) {
    int next = -1;
    int passed = 0;
    while (passed <= place) {
      passed += counts[++next];
    }
    return sorted[next];
  }
}
