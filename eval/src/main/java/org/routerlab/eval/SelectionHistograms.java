package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often routers choose each model, over all and over hard queries, beside how often each model
 * is right: what bar charts of selection frequencies are drawn from.
 *
 * <p>Models stand by their ranking on training outcomes, the best first. The truth and the
 * distances are those of {@link SelectionTruth}. Everything is on the same resamples; shares over
 * hard queries are NaN without one. Source: Plateau (arXiv 2606.07587), § 5.1 and Figures 4 and 6
 * to 9.
 *
 * @param models the names in that order
 * @param truthSolvable what the truth gives to each model on solvable queries
 * @param truthHard the same on hard queries
 * @param routers one a router, in the given order
 */
public record SelectionHistograms(
    List<String> models,
    List<Estimate> truthSolvable,
    List<Estimate> truthHard,
    List<Histogram> routers) {

  /** Resampled values kept at once are of at most about this many shares and distances. */
  private static final int STATISTICS_AT_ONCE = 2048;

  /**
   * The choices of one router; of several runs their mean.
   *
   * @param all the share of all queries for which each model is chosen, in the order of the models
   * @param hard the same of hard queries
   * @param shift the total variation of the two
   * @param truthDistance the total variation of {@code hard} and the truth on hard queries
   */
  public record Histogram(
      String router,
      List<Estimate> all,
      List<Estimate> hard,
      Estimate shift,
      Estimate truthDistance) {

    /** Copies the lists. */
    public Histogram {
      all = List.copyOf(all);
      hard = List.copyOf(hard);
    }
  }

  /** Copies the lists. */
  public SelectionHistograms {
    models = List.copyOf(models);
    truthSolvable = List.copyOf(truthSolvable);
    truthHard = List.copyOf(truthHard);
    routers = List.copyOf(routers);
  }

  /** Counts the choices of routers, none or more, on one test set. */
  public static SelectionHistograms of(
      TestSet test, List<RouterRuns> routers, Bootstrap bootstrap) {
    int[] order = IntStream.range(0, test.pool().size()).map(test.ranking()::model).toArray();
    return new SelectionHistograms(
        Arrays.stream(order).mapToObj(test.pool()::name).toList(),
        truth(test, order, SelectionTruth.solvable(test), bootstrap),
        truth(test, order, SelectionTruth.hard(test), bootstrap),
        histograms(test, order, routers, bootstrap));
  }

  private static List<Estimate> truth(
      TestSet test, int[] order, QuerySubset subset, Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    int queries = index.numberOf(Column.constant(test.size(), 1).within(subset));
    List<Statistic> statistics = new ArrayList<>();
    for (int model : order) {
      int truth = index.numberOf(SelectionTruth.truth(test, model, subset));
      statistics.add(new Statistic(new int[] {truth, queries}, sums -> sums[0] / sums[1]));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    return estimates(resampled, 0, order.length, bootstrap.confidence(), subset.size());
  }

  /** Some routers at a time, so that resampled shares stay few; all see the same resamples. */
  private static List<Histogram> histograms(
      TestSet test, int[] order, List<RouterRuns> routers, Bootstrap bootstrap) {
    QuerySubset hard = SelectionTruth.hard(test);
    List<Metric> metrics = new ArrayList<>();
    IntStream.of(order).forEach(model -> metrics.add(Metrics.selectionShare(test, model)));
    IntStream.of(order).forEach(model -> metrics.add(Metrics.selectionShare(test, model).on(hard)));
    metrics.add(SelectionTruth.shift());
    metrics.add(SelectionTruth.distance());
    int together = Math.max(1, STATISTICS_AT_ONCE / metrics.size());
    List<Histogram> histograms = new ArrayList<>();
    for (int from = 0; from < routers.size(); from += together) {
      List<RouterRuns> some = routers.subList(from, Math.min(routers.size(), from + together));
      ColumnIndex index = new ColumnIndex();
      List<Statistic> statistics = new ArrayList<>();
      some.forEach(
          runs -> metrics.forEach(metric -> statistics.add(Statistic.of(runs, metric, index))));
      Resampled resampled = bootstrap.resample(test, statistics, index);
      for (int router = 0; router < some.size(); router++) {
        int first = router * metrics.size();
        String name = some.get(router).router();
        histograms.add(histogram(test, name, resampled, first, bootstrap.confidence()));
      }
    }
    return histograms;
  }

  private static Histogram histogram(
      TestSet test, String router, Resampled resampled, int first, double confidence) {
    int models = test.pool().size();
    int hard = SelectionTruth.hard(test).size();
    return new Histogram(
        router,
        estimates(resampled, first, models, confidence, test.size()),
        estimates(resampled, first + models, models, confidence, hard),
        resampled.estimate(first + 2 * models, confidence, test.size()),
        resampled.estimate(first + 2 * models + 1, confidence, hard));
  }

  private static List<Estimate> estimates(
      Resampled resampled, int first, int count, double confidence, int queries) {
    return IntStream.range(first, first + count)
        .parallel()
        .mapToObj(statistic -> resampled.estimate(statistic, confidence, queries))
        .toList();
  }
}
