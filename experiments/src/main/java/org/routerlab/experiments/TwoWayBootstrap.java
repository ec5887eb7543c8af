package org.routerlab.experiments;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;

/**
 * Resamples both queries and draws of utterances, with replacement.
 *
 * <p>Queries are drawn within their right route, so that every resample has as many of a route as
 * there are. All settings see the same resamples of queries; each has its own of draws. Resampling
 * both counts some of the variation twice: the intervals are rather too wide than too narrow.
 */
final class TwoWayBootstrap {

  private static final int TABLE_BITS = 10;

  /** What two tables of sums can hold. */
  static final int MOST_DRAWS = 2 * TABLE_BITS;

  private final int[][] queriesOfRoute;
  private final Seed seed;

  /** How often a query occurs, by resample, route and place in the route. */
  private final byte[][][] occurrences;

  TwoWayBootstrap(int[] gold, int routes, int resamples, Seed seed) {
    Require.positive("resamples", resamples);
    this.seed = seed;
    queriesOfRoute = new int[routes][];
    for (int route = 0; route < routes; route++) {
      int wanted = route;
      queriesOfRoute[route] =
          IntStream.range(0, gold.length).filter(query -> gold[query] == wanted).toArray();
      Require.positive("queries of route " + route, queriesOfRoute[route].length);
    }
    occurrences =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(resample -> draw(seed.stream("resampled queries " + resample)))
            .toArray(byte[][][]::new);
  }

  private byte[][] draw(SplittableRandom random) {
    byte[][] counts = new byte[queriesOfRoute.length][];
    for (int route = 0; route < counts.length; route++) {
      counts[route] = new byte[queriesOfRoute[route].length];
      for (int i = 0; i < counts[route].length; i++) {
        counts[route][random.nextInt(counts[route].length)]++;
      }
    }
    return counts;
  }

  /**
   * The accuracy by route, with its resamples.
   *
   * @param correctDraws of every query the draws that routed it right, a bit each
   * @param name of the stream that draws are resampled from
   */
  UtteranceAccuracy accuracy(int[] correctDraws, int draws, String name) {
    Require.between("draws", draws, 1, MOST_DRAWS);
    int routes = queriesOfRoute.length;
    int[][] correct = new int[routes][];
    double[][] byDraw = new double[draws][routes];
    int[] sizes = new int[routes];
    for (int route = 0; route < routes; route++) {
      sizes[route] = queriesOfRoute[route].length;
      correct[route] = Arrays.stream(queriesOfRoute[route]).map(q -> correctDraws[q]).toArray();
      for (int draw = 0; draw < draws; draw++) {
        int bit = draw;
        long right = Arrays.stream(correct[route]).filter(set -> (set >>> bit & 1) == 1).count();
        byDraw[draw][route] = right / (double) sizes[route];
      }
    }
    double[][] resampled = new double[occurrences.length][];
    Seed ofDraws = seed.derive("resampled draws of " + name);
    for (int resample = 0; resample < resampled.length; resample++) {
      int[] weights = new int[MOST_DRAWS];
      SplittableRandom random = new SplittableRandom(ofDraws.value() + resample);
      for (int i = 0; i < draws; i++) {
        weights[random.nextInt(draws)]++;
      }
      resampled[resample] = resampled(correct, occurrences[resample], weights, draws);
    }
    return new UtteranceAccuracy(sizes, byDraw, resampled);
  }

  private static double[] resampled(int[][] correct, byte[][] counts, int[] weights, int draws) {
    int[] low = sums(weights, 0);
    int[] high = sums(weights, TABLE_BITS);
    double[] accuracies = new double[correct.length];
    for (int route = 0; route < accuracies.length; route++) {
      int[] sets = correct[route];
      byte[] times = counts[route];
      long sum = 0;
      for (int i = 0; i < sets.length; i++) {
        int set = sets[i];
        sum += times[i] * (low[set & low.length - 1] + high[set >>> TABLE_BITS]);
      }
      accuracies[route] = sum / ((double) sets.length * draws);
    }
    return accuracies;
  }

  /** The sum of the weights of every set of {@value #TABLE_BITS} draws. */
  private static int[] sums(int[] weights, int first) {
    int[] sums = new int[1 << TABLE_BITS];
    for (int set = 1; set < sums.length; set++) {
      sums[set] = sums[set & set - 1] + weights[first + Integer.numberOfTrailingZeros(set)];
    }
    return sums;
  }
}
