package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * The leading routers that cannot be told apart from the best by accuracy.
 *
 * <p>A router is in the band where the interval of its accuracy less the best's, A_r − A_best on
 * the same resamples, contains 0. With one router, and where all make the same decisions, the width
 * is 0. On a test set without rows everything is NaN and the band is empty. Which router is the
 * best, and which is the last of the band, is taken from the test queries as they are, so that
 * intervals hold for these routers and not for whichever lead on a resample.
 *
 * <p>The best of many routers is compared with all others, so that some intervals exclude 0 by
 * chance. The corrected band holds the routers whose difference is not significant after {@link
 * Holm}'s correction for all of these comparisons. Source: Plateau (arXiv 2606.07587), § 4.2 and
 * Table 1, which give the spread of the top five; these bands are RouterLab's. The source itself
 * calls what is within 0.02 of the best the plateau, whatever can be told apart: {@link #within}.
 *
 * @param ranks all routers, the most accurate first; equal ones in the given order
 * @param width the accuracy of the best less that of the last router of the band; percentage points
 *     of at least 0
 * @param correctedWidth the same of the corrected band, which holds at least as many routers
 * @param toOracle the accuracy of the oracle less that of the best; percentage points of at least 0
 */
public record PlateauBand(
    List<Rank> ranks, Estimate width, Estimate correctedWidth, Estimate toOracle) {

  /**
   * A router's place.
   *
   * @param accuracy of its runs on average; a fraction
   * @param seedDeviation the standard deviation of its runs' accuracies, n − 1 in the denominator;
   *     NaN with one run
   * @param behind its accuracy less the best's, in percentage points of at most 0
   * @param isInBand whether it cannot be told apart from the best
   * @param correctedP the p-value of the difference, corrected for all comparisons with the best;
   *     NaN for the best itself
   * @param isInCorrectedBand whether it cannot be told apart from the best after the correction
   */
  public record Rank(
      String router,
      Estimate accuracy,
      double seedDeviation,
      Estimate behind,
      boolean isInBand,
      double correctedP,
      boolean isInCorrectedBand) {}

  /** Copies the ranks. */
  public PlateauBand {
    ranks = List.copyOf(ranks);
  }

  /** The routers of the band, the best first. */
  public List<String> band() {
    return ranks.stream().filter(Rank::isInBand).map(Rank::router).toList();
  }

  /** The routers of the corrected band, the best first. */
  public List<String> correctedBand() {
    return ranks.stream().filter(Rank::isInCorrectedBand).map(Rank::router).toList();
  }

  /** The routers at most {@code points} percentage points behind the best, the best first. */
  public List<String> within(double points) {
    return ranks.stream()
        .filter(rank -> rank.behind().value() >= -points)
        .map(Rank::router)
        .toList();
  }

  /** Ranks routers on one test set; at least one, none of them a reference. */
  public static PlateauBand of(TestSet test, List<RouterRuns> routers, Bootstrap bootstrap) {
    Require.positive("routers", routers.size());
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    for (Metric metric : List.of(Metrics.accuracy(), Metrics.oracleGap())) {
      routers.forEach(runs -> statistics.add(Statistic.of(runs, metric, index)));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    double confidence = bootstrap.confidence();
    int[] order =
        IntStream.range(0, routers.size())
            .boxed()
            .sorted(Comparator.comparingDouble(router -> -resampled.values()[router]))
            .mapToInt(Integer::intValue)
            .toArray();
    int best = order[0];
    double[] corrected =
        Holm.adjust(
            IntStream.range(0, routers.size())
                .mapToDouble(r -> r == best ? Double.NaN : resampled.pValue(r, best))
                .toArray());
    int last = best;
    int lastCorrected = best;
    List<Rank> ranks = new ArrayList<>();
    for (int router : order) {
      Estimate behind = points(resampled.difference(router, best, confidence, test.size()));
      boolean inBand = !Double.isNaN(behind.value()) && !behind.excludesZero();
      boolean inCorrected = inBand || corrected[router] > 1 - confidence;
      last = inBand ? router : last;
      lastCorrected = inCorrected ? router : lastCorrected;
      ranks.add(
          new Rank(
              routers.get(router).router(),
              resampled.estimate(router, confidence, test.size()),
              seedDeviation(routers.get(router)),
              behind,
              inBand,
              corrected[router],
              inCorrected));
    }
    return new PlateauBand(
        ranks,
        points(resampled.difference(best, last, confidence, test.size())),
        points(resampled.difference(best, lastCorrected, confidence, test.size())),
        resampled.estimate(routers.size() + best, confidence, test.size()));
  }

  private static double seedDeviation(RouterRuns runs) {
    double[] accuracies =
        runs.seeds().stream()
            .mapToDouble(
                run -> {
                  double[] scores = AccuracyMetrics.scores(run);
                  double sum = 0;
                  for (double score : scores) {
                    sum += score;
                  }
                  return sum / scores.length;
                })
            .toArray();
    double mean = 0;
    for (double accuracy : accuracies) {
      mean += accuracy / accuracies.length;
    }
    double squares = 0;
    for (double accuracy : accuracies) {
      squares += (accuracy - mean) * (accuracy - mean);
    }
    return accuracies.length < 2 ? Double.NaN : Math.sqrt(squares / (accuracies.length - 1));
  }

  private static Estimate points(Estimate fraction) {
    return new Estimate(
        100 * fraction.value(), 100 * fraction.low(), 100 * fraction.high(), fraction.n());
  }
}
