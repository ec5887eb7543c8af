package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A router against a baseline by one metric, as one of a family of such comparisons.
 *
 * @param router its name
 * @param difference the metric of the router less that of the baseline, with the interval of the
 *     paired difference
 * @param p twice the share of resamples on the far side of 0, at most 1 and never below 2 /
 *     (resamples + 1); NaN where the metric is on the test set or on a resample
 * @param correctedP the same after {@link Holm}'s correction for the family
 * @param standardError of the difference, by what each query contributes: of a mean over queries
 *     the standard deviation of the per-query differences over √n
 * @param minimumDetectable what {@link MinimumDetectableEffect#STANDARD} makes of it: the true
 *     difference that a test set of this size finds four times out of five, at a level of 5 %
 */
public record PairedComparison(
    String router,
    Estimate difference,
    double p,
    double correctedP,
    double standardError,
    double minimumDetectable) {

  /**
   * Compares each of some routers with a baseline, on the same resamples; the p-values are
   * corrected for all of them.
   *
   * @param routers on the test set of the baseline, which should not be among them
   * @throws IllegalArgumentException where one is on another test set
   */
  public static List<PairedComparison> with(
      RouterRuns baseline, List<RouterRuns> routers, Metric metric, Bootstrap bootstrap) {
    TestSet test = baseline.test();
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    for (RouterRuns runs : routers) {
      if (runs.test() != test) {
        throw new IllegalArgumentException(
            "a paired comparison needs one test set but "
                + runs.router()
                + " and "
                + baseline.router()
                + " are on two");
      }
      statistics.add(Statistic.of(runs, metric, index));
    }
    int base = statistics.size();
    statistics.add(Statistic.of(baseline, metric, index));
    Resampled resampled = bootstrap.resample(test, statistics, index);
    double[] p = IntStream.range(0, base).mapToDouble(r -> resampled.pValue(r, base)).toArray();
    double[] corrected = Holm.adjust(p);
    double[] withoutEach = LeaveOneOut.of(baseline, metric);
    return IntStream.range(0, base)
        .parallel()
        .mapToObj(
            r -> {
              double error =
                  LeaveOneOut.standardError(LeaveOneOut.of(routers.get(r), metric), withoutEach);
              return new PairedComparison(
                  routers.get(r).router(),
                  resampled.difference(r, base, bootstrap.confidence(), metric.queries(test)),
                  p[r],
                  corrected[r],
                  error,
                  MinimumDetectableEffect.STANDARD.of(error));
            })
        .toList();
  }
}
