package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.Decisions;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;

/**
 * Routers by how many labelled queries they were trained on, all on the test set of the experiment.
 *
 * @param free routers that read no labels, trained as the experiment has them
 * @param learned the others, trained on all training queries
 * @param byNumber of each number of labels the routers by name, a run for every draw and seed
 * @param drawsOf how many draws there are of each number
 */
record LabelledRuns(
    List<RouterRuns> free,
    List<RouterRuns> learned,
    TreeMap<Integer, Map<String, RouterRuns>> byNumber,
    Map<Integer, Integer> drawsOf) {

  /** Of the variants whose only step is {@code labels} and whose test queries are the same. */
  static LabelledRuns of(FinishedRun run, Map<String, FinishedRun> variants, String encoder)
      throws IOException {
    Set<String> freeNames = new HashSet<>(A2bTables.utteranceRouters(run.config()));
    List<RouterRuns> all = run.routers(encoder);
    TreeMap<Integer, Map<String, List<Evaluation>>> evaluations = new TreeMap<>();
    TreeMap<Integer, Integer> draws = new TreeMap<>();
    for (FinishedRun variant : variants.values()) {
      Optional<Integer> each = labels(run, variant);
      if (each.isPresent() && run.test().hasQueriesOf(variant.test())) {
        draws.merge(each.get(), 1, Integer::sum);
        Map<String, List<Evaluation>> routers =
            evaluations.computeIfAbsent(each.get(), key -> new TreeMap<>());
        for (StoredRouter router : variant.storedRouters(encoder)) {
          if (!freeNames.contains(router.name())) {
            routers
                .computeIfAbsent(router.name(), key -> new ArrayList<>())
                .addAll(on(run.test(), router));
          }
        }
      }
    }
    TreeMap<Integer, Map<String, RouterRuns>> byNumber = new TreeMap<>();
    evaluations.forEach(
        (each, routers) -> {
          Map<String, RouterRuns> runs = new TreeMap<>();
          routers.forEach(
              (name, found) -> {
                if (!found.isEmpty()) {
                  runs.put(name, new RouterRuns(name, found));
                }
              });
          byNumber.put(each, runs);
        });
    return new LabelledRuns(
        all.stream().filter(router -> freeNames.contains(router.router())).toList(),
        all.stream().filter(router -> !freeNames.contains(router.router())).toList(),
        byNumber,
        draws);
  }

  /** How many labels a route a variant leaves; empty where it does something else too. */
  private static Optional<Integer> labels(FinishedRun run, FinishedRun variant) {
    List<TransformConfig> steps = variant.config().transforms();
    int before = run.config().transforms().size();
    return steps.size() == before + 1 && steps.get(before).labels() != null
        ? Optional.of(steps.get(before).labels().each())
        : Optional.empty();
  }

  /**
   * What a router decided, counted on another test set of the same queries: a variant's own knows
   * other training outcomes. Runs that draw models are left out.
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

  /** The names of the routers that learn. */
  List<String> names() {
    return learned.stream().map(RouterRuns::router).toList();
  }

  /** The numbers of labels, ascending. */
  List<Integer> numbers() {
    return List.copyOf(byNumber.keySet());
  }

  int draws(int each) {
    return drawsOf.get(each);
  }

  /** A router trained on so many labels; empty where there is none. */
  Optional<RouterRuns> of(String router, int each) {
    return Optional.ofNullable(byNumber.get(each).get(router));
  }
}
