package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * How routers differ from one of them by some metrics, on the same resamples.
 *
 * <p>Where a router has no value, as one without scores has no cross-entropy, value and difference
 * are NaN and it is left out of the median and the range; where the baseline has none, all are NaN.
 * Source: Plateau (arXiv 2606.07587), § 5.3 and Table 5, with kNN as the baseline.
 *
 * @param rows by metric, then by router, each in the given order; the baseline is among them
 * @param summaries one a metric: the least, the median and the greatest difference of the others
 */
public record BaselineDifferences(List<Row> rows, List<Summary> summaries) {

  /**
   * A router by a metric.
   *
   * @param value in the metric's unit
   * @param difference the router's value less the baseline's
   */
  public record Row(Metric metric, String router, Estimate value, Estimate difference) {}

  /** The least, the median and the greatest difference of a router to the baseline. */
  public record Summary(Metric metric, Estimate least, Estimate median, Estimate greatest) {}

  /** Copies the lists. */
  public BaselineDifferences {
    rows = List.copyOf(rows);
    summaries = List.copyOf(summaries);
  }

  /** Compares routers on one test set with the one called {@code baseline}. */
  public static BaselineDifferences of(
      TestSet test,
      List<RouterRuns> routers,
      String baseline,
      List<? extends Metric> metrics,
      Bootstrap bootstrap) {
    List<String> names = routers.stream().map(RouterRuns::router).toList();
    Require.known("baseline router", baseline, names);
    int base = names.indexOf(baseline);
    int[] others = IntStream.range(0, names.size()).filter(router -> router != base).toArray();
    List<Row> rows = new ArrayList<>();
    List<Summary> summaries = new ArrayList<>();
    for (Metric metric : metrics) {
      ColumnIndex index = new ColumnIndex();
      List<Statistic> statistics =
          routers.stream().map(runs -> Statistic.of(runs, metric, index)).toList();
      Resampled resampled = bootstrap.resample(test, statistics, index);
      double confidence = bootstrap.confidence();
      int queries = metric.queries(test);
      for (int router = 0; router < routers.size(); router++) {
        rows.add(
            new Row(
                metric,
                names.get(router),
                resampled.estimate(router, confidence, queries),
                resampled.difference(router, base, confidence, queries)));
      }
      summaries.add(
          new Summary(
              metric,
              resampled.difference(others, base, Resampled::least, confidence, queries),
              resampled.difference(others, base, ErrorExchange::median, confidence, queries),
              resampled.difference(others, base, Resampled::greatest, confidence, queries)));
    }
    return new BaselineDifferences(rows, summaries);
  }
}
