package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.eval.SampleQuantile;
import org.routerlab.experiments.report.AnalysisTable.Entry;

/**
 * How similar queries are to the route they were sent to, for right and wrong decisions on the
 * queries of every route.
 *
 * @param low the lower end of the first bin
 * @param high the upper end of the last
 * @param groups right before wrong, route by route
 */
record SimilarityDensities(double low, double high, List<Group> groups) {

  /** How many bins a histogram has. */
  static final int BINS = 20;

  /** Ends are multiples of this, so that they do not hang on a last bit. */
  private static final double STEP = 0.1;

  private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

  /**
   * Decisions of one kind.
   *
   * @param route the right route of the queries
   * @param right whether they were sent there
   * @param similarities of what they were sent to, ascending
   */
  record Group(String route, boolean right, double[] similarities) {

    String title() {
      return route + (right ? ", right" : ", wrong");
    }

    double mean() {
      return Arrays.stream(similarities).average().orElse(Double.NaN);
    }

    double quantile(double share) {
      return SampleQuantile.of(similarities, share);
    }
  }

  /** Copies the list. */
  SimilarityDensities {
    groups = List.copyOf(groups);
  }

  /** The decisions of a router that scores routes by similarity, in its first run. */
  static SimilarityDensities of(StoredRouter router, List<String> routes) {
    int[] rows =
        IntStream.range(0, router.test().size())
            .filter(row -> !Double.isNaN(router.confidence(0, row)))
            .toArray();
    List<Group> groups = new ArrayList<>();
    for (String route : routes) {
      for (boolean right : new boolean[] {true, false}) {
        groups.add(
            new Group(
                route,
                right,
                Arrays.stream(rows)
                    .filter(row -> router.test().queries().get(row).dataset().equals(route))
                    .filter(row -> isRight(router, row) == right)
                    .mapToDouble(row -> router.confidence(0, row))
                    .sorted()
                    .toArray()));
      }
    }
    double[] all = Arrays.stream(rows).mapToDouble(row -> router.confidence(0, row)).toArray();
    double low = Math.floor(Arrays.stream(all).min().orElse(0) / STEP) * STEP;
    double high = Math.ceil(Arrays.stream(all).max().orElse(1) / STEP) * STEP;
    return new SimilarityDensities(low, high > low ? high : low + STEP, groups);
  }

  private static boolean isRight(StoredRouter router, int row) {
    return router.test().isCorrect(row, router.choice(0, row).orElseThrow());
  }

  /** The shares of {@link #quantiles}. */
  static double[] shares() {
    return QUANTILES.clone();
  }

  /** The quantiles of a group, as cells. */
  static List<Entry> quantiles(Group group) {
    return Arrays.stream(QUANTILES).mapToObj(share -> Entry.value(group.quantile(share))).toList();
  }

  /** Where a bin begins; {@link #BINS} is where the last one ends. */
  double edge(int bin) {
    return low + (high - low) * bin / BINS;
  }

  /** The share of a group in every bin; NaN for a group of none. The last bin holds its end. */
  double[] histogram(Group group) {
    double[] shares = new double[BINS];
    for (double similarity : group.similarities()) {
      int bin = (int) Math.floor((similarity - low) / (high - low) * BINS);
      shares[Math.max(0, Math.min(BINS - 1, bin))]++;
    }
    return Arrays.stream(shares).map(count -> count / group.similarities().length).toArray();
  }
}
