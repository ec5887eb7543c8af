package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.routerlab.core.Decisions;
import org.routerlab.core.Query;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;

/**
 * Routers by how many labelled queries they were trained on, all on the test set of the experiment.
 *
 * @param free routers that read no labels, trained as the experiment has them
 * @param names of the routers that read labels
 * @param byNumber of each number of labels a route, {@link #ALL} last, the routers by name, a run
 *     for every draw and seed; runs that draw models are left out
 * @param drawsOf how many draws there are of each number
 * @param chosen what {@link ChosenUtterances} chose with all labels; empty where it cannot
 */
record LabelledRuns(
    List<RouterRuns> free,
    List<String> names,
    TreeMap<Integer, Map<String, RouterRuns>> byNumber,
    Map<Integer, Integer> drawsOf,
    Optional<UtteranceSetting> chosen) {

  /** Stands for all training queries. */
  static final int ALL = Integer.MAX_VALUE;

  /**
   * Of the variants whose only step is {@code labels} and whose test queries are the same.
   *
   * @param utterances to choose with the same labels; empty where there are no lists of the routes
   */
  static LabelledRuns of(
      FinishedRun run,
      Map<String, FinishedRun> variants,
      String encoder,
      Optional<ChosenUtterances> utterances)
      throws IOException {
    List<String> freeNames = A2bTables.utteranceRouters(run.config());
    TreeMap<Integer, Map<String, List<Evaluation>>> found = new TreeMap<>();
    TreeMap<Integer, Integer> draws = new TreeMap<>();
    Optional<UtteranceSetting> chosen = Optional.empty();
    for (FinishedRun each : with(run, variants)) {
      int labels = each == run ? ALL : labels(run, each);
      draws.merge(labels, 1, Integer::sum);
      Map<String, List<Evaluation>> routers =
          found.computeIfAbsent(labels, key -> new LinkedHashMap<>());
      Optional<UtteranceSetting> setting = utterances.flatMap(u -> u.choose(training(each)));
      setting.ifPresent(
          some -> add(routers, ChosenUtterances.NAME, List.of(utterances.get().on(run, some))));
      chosen = each == run ? setting : chosen;
      for (StoredRouter router : each.storedRouters(encoder)) {
        if (!freeNames.contains(router.name())) {
          add(routers, router.name(), on(run.test(), router));
        }
      }
    }
    TreeMap<Integer, Map<String, RouterRuns>> byNumber = new TreeMap<>();
    found.forEach((labels, routers) -> byNumber.put(labels, runs(routers)));
    draws.remove(ALL);
    List<RouterRuns> free =
        run.routers(encoder).stream().filter(each -> freeNames.contains(each.router())).toList();
    List<String> names = List.copyOf(byNumber.get(ALL).keySet());
    return new LabelledRuns(free, names, byNumber, draws, chosen);
  }

  private static List<FinishedRun> with(FinishedRun run, Map<String, FinishedRun> variants) {
    List<FinishedRun> all = new ArrayList<>(List.of(run));
    variants.values().stream()
        .filter(variant -> labels(run, variant) > 0)
        .filter(variant -> run.test().hasQueriesOf(variant.test()))
        .forEach(all::add);
    return all;
  }

  private static List<Query> training(FinishedRun run) {
    return run.workload().select(run.workload().split().train());
  }

  private static void add(Map<String, List<Evaluation>> to, String name, List<Evaluation> more) {
    to.computeIfAbsent(name, key -> new ArrayList<>()).addAll(more);
  }

  private static Map<String, RouterRuns> runs(Map<String, List<Evaluation>> routers) {
    Map<String, RouterRuns> runs = new LinkedHashMap<>();
    routers.forEach(
        (name, found) -> {
          if (!found.isEmpty()) {
            runs.put(name, new RouterRuns(name, found));
          }
        });
    return runs;
  }

  /** How many labels a route a variant leaves; 0 where it does something else too. */
  private static int labels(FinishedRun run, FinishedRun variant) {
    List<TransformConfig> steps = variant.config().transforms();
    int before = run.config().transforms().size();
    return steps.size() == before + 1 && steps.get(before).labels() != null
        ? steps.get(before).labels().each()
        : 0;
  }

  /**
   * What a router decided, counted on another test set of the same queries: a variant's own knows
   * other training outcomes.
   */
  private static List<Evaluation> on(TestSet test, StoredRouter router) {
    int[] rows = test.givenRows();
    return router.decisions().stream()
        .flatMap(Optional::stream)
        .map(
            decisions -> {
              int[] given = new int[test.given()];
              for (int row = 0; row < rows.length; row++) {
                given[rows[row]] = decisions.model(row);
              }
              return Evaluation.of(router.name(), test, Decisions.of(given));
            })
        .toList();
  }

  /** The numbers of labels, ascending; {@link #ALL} last. */
  List<Integer> numbers() {
    return List.copyOf(byNumber.keySet());
  }

  /** A number of labels in a table. */
  static String title(int number) {
    return number == ALL ? "all" : Integer.toString(number);
  }

  /** What leads are measured over: routers without labels, and utterances chosen with all. */
  List<RouterRuns> baselines() {
    List<RouterRuns> baselines = new ArrayList<>(free);
    of(ChosenUtterances.NAME, ALL).ifPresent(baselines::add);
    return baselines;
  }

  /** A router trained on so many labels; empty where there is none. */
  Optional<RouterRuns> of(String router, int each) {
    return Optional.ofNullable(byNumber.get(each).get(router));
  }
}
