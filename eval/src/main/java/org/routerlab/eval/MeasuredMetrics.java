package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some metrics of all routers of a comparison, on the resamples they share. */
record MeasuredMetrics(
    TestSet test,
    List<RouterRuns> routers,
    List<Metric> metrics,
    Resampled resampled,
    double confidence) {

  static MeasuredMetrics of(
      TestSet test, List<RouterRuns> routers, List<Metric> metrics, Bootstrap bootstrap) {
    // Columns are made in parallel, a router a task, and numbered in order.
    List<List<Reading>> readings =
        routers.parallelStream()
            .map(runs -> metrics.stream().map(metric -> metric.reading(runs)).toList())
            .toList();
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    for (int metric = 0; metric < metrics.size(); metric++) {
      for (List<Reading> ofRouter : readings) {
        statistics.add(Statistic.of(ofRouter.get(metric), index));
      }
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    return new MeasuredMetrics(test, routers, metrics, resampled, bootstrap.confidence());
  }

  List<Measurement> measurements() {
    return IntStream.range(0, metrics.size() * routers.size())
        .parallel()
        .mapToObj(this::measurement)
        .toList();
  }

  private Measurement measurement(int statistic) {
    Metric metric = metrics.get(statistic / routers.size());
    return new Measurement(
        routers.get(statistic % routers.size()).router(),
        metric.subset(),
        metric.name(),
        resampled.estimate(statistic, confidence, metric.queries(test)));
  }

  List<Standing> standings() {
    return IntStream.range(0, metrics.size()).parallel().boxed().flatMap(this::standing).toList();
  }

  private Stream<Standing> standing(int metric) {
    int first = metric * routers.size();
    int best = -1;
    for (int router = 0; router < routers.size(); router++) {
      double value = resampled.values()[first + router];
      boolean better = best < 0 || better(metric).prefers(value, resampled.values()[first + best]);
      if (routers.get(router).isDeployable() && !Double.isNaN(value) && better) {
        best = router;
      }
    }
    if (best < 0 || better(metric) == Better.NEITHER) {
      return Stream.empty();
    }
    return Stream.of(standing(metric, best));
  }

  private Standing standing(int metric, int best) {
    int first = metric * routers.size();
    int queries = metrics.get(metric).queries(test);
    List<Standing.Difference> differences = new ArrayList<>();
    for (int router = 0; router < routers.size(); router++) {
      Estimate estimate = resampled.difference(first + router, first + best, confidence, queries);
      RouterRuns runs = routers.get(router);
      differences.add(new Standing.Difference(runs.router(), runs.isDeployable(), estimate));
    }
    Metric measured = metrics.get(metric);
    return new Standing(
        measured.subset(), measured.name(), routers.get(best).router(), differences);
  }

  private Better better(int metric) {
    return metrics.get(metric).definition().better();
  }
}
