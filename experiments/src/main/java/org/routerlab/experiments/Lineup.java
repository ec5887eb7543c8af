package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.routerlab.core.Progress;
import org.routerlab.eval.Better;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Metric;
import org.routerlab.eval.NotSeparableGroups;
import org.routerlab.eval.RouterRuns;

/**
 * All routers of a results folder with one encoder, and which of them cannot be told apart.
 *
 * @param benchmark its name
 * @param encoder whose vectors the routers saw
 * @param metric compared by
 * @param unit of the metric
 * @param better which direction of the metric is better
 * @param queries how many test queries the metric rests on
 * @param level of all pairs of routers together, by Holm's correction
 * @param routers the best first; without those that have no value
 * @param groups see {@link NotSeparableGroups}
 */
public record Lineup(
    String benchmark,
    String encoder,
    String metric,
    String unit,
    Better better,
    int queries,
    double level,
    List<Place> routers,
    List<List<String>> groups) {

  private static final double LEVEL = 0.05;

  /**
   * A router.
   *
   * @param deployable whether it could be deployed: it has not seen test outcomes
   * @param value of the metric
   * @param letters a letter for each group it is in: two routers share one where they cannot be
   *     told apart
   */
  public record Place(
      String router, String configuration, boolean deployable, Estimate value, String letters) {}

  /** Copies the lists. */
  public Lineup {
    routers = List.copyOf(routers);
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * Lines up the routers of the experiment, without references.
   *
   * @param cacheDirectory embeddings, for experiments with transforms that compare texts
   * @param encoder may be missing where the results are of one
   * @param metric a metric of the experiment
   * @throws IllegalArgumentException where a name is unknown, saying what is known
   */
  public static Lineup of(
      Path folder,
      Path dataDirectory,
      Path cacheDirectory,
      Optional<String> encoder,
      String metric,
      Progress progress)
      throws IOException {
    FinishedRun results = FinishedRun.open(folder, dataDirectory, cacheDirectory, progress);
    String with = results.encoder(encoder);
    Metric by = results.metric(metric);
    List<RouterRuns> runs = results.storedRouters(with).stream().map(StoredRouter::runs).toList();
    NotSeparableGroups groups = NotSeparableGroups.of(runs, by, LEVEL);
    return new Lineup(
        results.benchmark(),
        with,
        metric,
        by.definition().unit(),
        by.definition().better(),
        by.queries(results.test()),
        LEVEL,
        groups.routers().stream()
            .map(name -> place(results, with, named(name, runs), by, groups.letters(name)))
            .toList(),
        groups.groups());
  }

  private static Place place(
      FinishedRun results, String encoder, RouterRuns runs, Metric metric, String letters) {
    return new Place(
        runs.router(),
        results.configuration(runs.router(), encoder),
        runs.isDeployable(),
        results.bootstrap().estimate(runs, metric),
        letters);
  }

  private static RouterRuns named(String name, List<RouterRuns> runs) {
    return runs.stream().filter(each -> each.router().equals(name)).findFirst().orElseThrow();
  }
}
