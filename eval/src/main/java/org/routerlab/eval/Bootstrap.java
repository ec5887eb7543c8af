package org.routerlab.eval;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;

/**
 * Percentile intervals by drawing the test queries anew, with replacement.
 *
 * <p>It is paired: all routers and metrics see the same resamples, so that what two routers have in
 * common cancels from their difference. Each resample comes from a random stream of its own; no
 * result depends on the number of threads. Source: Who Routes the Router, appendix F.
 *
 * @param resamples how many; 10,000 in the literature
 * @param confidence the share of resampled values inside an interval, in (0, 1)
 * @param seed the source of the resamples
 * @param resampling what a resample draws: queries, queries within datasets, or groups of queries
 */
public record Bootstrap(int resamples, double confidence, Seed seed, Resampling resampling) {

  /** Rejects no resamples and a confidence outside (0, 1). */
  public Bootstrap {
    Require.positive("resamples", resamples);
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1) but is " + confidence);
    }
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(resampling, "resampling");
  }

  /** Draws among all queries. */
  public Bootstrap(int resamples, double confidence, Seed seed) {
    this(resamples, confidence, seed, Resampling.QUERIES);
  }

  /** 10,000 resamples and intervals of 95 %. */
  public static Bootstrap standard(Seed seed) {
    return new Bootstrap(10_000, 0.95, seed);
  }

  /** A metric of a router with its interval. */
  public Estimate estimate(RouterRuns runs, Metric metric) {
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = List.of(Statistic.of(runs, metric, index));
    return resample(runs.test(), statistics, index)
        .estimate(0, confidence, metric.queries(runs.test()));
  }

  /**
   * A metric of {@code runs} less that of {@code other}, with its interval.
   *
   * @throws IllegalArgumentException where the two are on different test sets
   */
  public Estimate difference(RouterRuns runs, RouterRuns other, Metric metric) {
    if (runs.test() != other.test()) {
      throw new IllegalArgumentException(
          "a paired difference needs one test set but "
              + runs.router()
              + " and "
              + other.router()
              + " are on two");
    }
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics =
        List.of(Statistic.of(runs, metric, index), Statistic.of(other, metric, index));
    return resample(runs.test(), statistics, index)
        .difference(0, 1, confidence, metric.queries(runs.test()));
  }

  /**
   * A metric of {@code after} less that of {@code before}, where both are tested on the same
   * queries but on test sets of their own: trained on other queries, or choosing from another pool.
   *
   * @throws IllegalArgumentException where the test queries differ
   */
  public Estimate change(RouterRuns after, RouterRuns before, Metric metric) {
    if (!after.test().hasQueriesOf(before.test())) {
      throw new IllegalArgumentException(
          "a paired change needs the same test queries but "
              + after.router()
              + " has "
              + after.test().size()
              + " and "
              + before.router()
              + " "
              + before.test().size()
              + ", or of other ids");
    }
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics =
        List.of(Statistic.of(after, metric, index), Statistic.of(before, metric, index));
    return resample(before.test(), statistics, index)
        .difference(0, 1, confidence, metric.queries(before.test()));
  }

  Resampled resample(TestSet test, List<Statistic> statistics, ColumnIndex index) {
    return Resampled.of(statistics, index, ResampleDraw.of(test, seed, resampling), resamples);
  }
}
