package org.routerlab.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.eval.Comparison;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.QuerySubset;
import org.routerlab.eval.References;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.Standing;
import org.routerlab.eval.TestSet;

/**
 * Where a router of a results folder goes wrong, from the stored predictions. All accuracies and
 * differences are fractions.
 *
 * @param benchmark its name
 * @param encoder whose vectors the router saw
 * @param router its name
 * @param configuration what was chosen on validation; empty for a reference
 * @param runs over how many seeds figures are means
 * @param scores what its predictions mean, or {@code none}
 * @param bestSingle the model that was best on the training queries
 * @param all on all test queries
 * @param datasetCount how many datasets there are
 * @param datasets the worst of them, by the difference to the best single model, then by the gap to
 *     the oracle, then by name
 * @param mistakeCount on how many queries some run chose a wrong model though another was right
 * @param mistakes the most confident of these
 */
public record Diagnosis(
    String benchmark,
    String encoder,
    String router,
    String configuration,
    int runs,
    String scores,
    String bestSingle,
    OnQueries all,
    int datasetCount,
    List<OnQueries> datasets,
    int mistakeCount,
    List<Mistake> mistakes) {

  /**
   * A router on some test queries, with intervals.
   *
   * @param name of the dataset; {@code all} for all queries
   * @param queries how many there are
   * @param accuracy of the router
   * @param bestSingle the accuracy of the best single model
   * @param oracle the accuracy of the oracle
   * @param gained the router's accuracy less that of the best single model
   * @param missed the oracle's accuracy less that of the router
   */
  public record OnQueries(
      String name,
      int queries,
      Estimate accuracy,
      Estimate bestSingle,
      Estimate oracle,
      Estimate gained,
      Estimate missed) {}

  /**
   * A query on which the choice was wrong though another model was right.
   *
   * @param chosen the models chosen by the runs that were wrong, each with the share of all runs
   * @param confidence the prediction for the chosen model, on average over these runs; NaN without
   *     scores
   * @param wrongRuns how many runs were wrong
   * @param right the models that were right
   */
  public record Mistake(
      String id,
      String dataset,
      String text,
      Map<String, Double> chosen,
      double confidence,
      int wrongRuns,
      List<String> right) {

    /** Copies the list. */
    public Mistake {
      right = List.copyOf(right);
    }
  }

  /** Copies the lists. */
  public Diagnosis {
    datasets = List.copyOf(datasets);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Diagnoses a router.
   *
   * @param cacheDirectory embeddings, for experiments with transforms that compare texts
   * @param router one of the experiment, or a reference
   * @param encoder may be missing where the results are of one
   * @param top how many datasets and mistakes to name
   * @throws IllegalArgumentException where a name is unknown, saying what is known
   */
  public static Diagnosis of(
      Path folder,
      Path dataDirectory,
      Path cacheDirectory,
      String router,
      Optional<String> encoder,
      int top,
      Progress progress)
      throws IOException {
    Require.between("top", top, 0, Integer.MAX_VALUE);
    FinishedRun results = FinishedRun.open(folder, dataDirectory, cacheDirectory, progress);
    String with = results.encoder(encoder);
    StoredRouter diagnosed = results.router(router, results.storedRouters(with));
    TestSet test = results.test();
    List<OnQueries> figures = figures(results, diagnosed.runs());
    List<OnQueries> datasets = new ArrayList<>(figures.subList(1, figures.size()));
    datasets.sort(
        Comparator.<OnQueries>comparingDouble(on -> on.gained().value())
            .thenComparingDouble(on -> -on.missed().value())
            .thenComparing(OnQueries::name));
    List<Mistakes.Found> mistakes = Mistakes.of(diagnosed);
    return new Diagnosis(
        results.benchmark(),
        with,
        router,
        results.configuration(router, with),
        diagnosed.seeds(),
        diagnosed.kind(),
        test.pool().name(test.ranking().best()),
        figures.get(0),
        datasets.size(),
        datasets.stream().limit(top).toList(),
        mistakes.size(),
        mistakes.stream().limit(top).map(found -> mistake(test, found)).toList());
  }

  private static Mistake mistake(TestSet test, Mistakes.Found found) {
    Query query = test.queries().get(found.row());
    return new Mistake(
        query.id(),
        query.dataset(),
        query.text(),
        found.chosen(),
        found.confidence(),
        found.wrongRuns(),
        IntStream.range(0, test.pool().size())
            .filter(model -> test.isCorrect(found.row(), model))
            .mapToObj(test.pool()::name)
            .toList());
  }

  /** On all queries, then on each dataset; all from the same resamples. */
  private static List<OnQueries> figures(FinishedRun results, RouterRuns router) {
    TestSet test = results.test();
    References references = References.of(test);
    // Names of its own, as the router may itself be one of the references.
    List<RouterRuns> three =
        List.of(
            new RouterRuns("router", router.seeds()),
            new RouterRuns("single", List.of(references.bestSingle())),
            new RouterRuns("oracle", List.of(references.oracle())));
    List<QuerySubset> datasets =
        test.datasets().stream().map(name -> test.subset("dataset/" + name)).toList();
    List<Metric> metrics = new ArrayList<>(List.of(Metrics.accuracy(), Metrics.oracleGap()));
    for (QuerySubset dataset : datasets) {
      metrics.add(Metrics.accuracy().on(dataset));
      metrics.add(Metrics.oracleGap().on(dataset));
    }
    Comparison comparison = Comparison.of(test, three, metrics, results.bootstrap());
    List<OnQueries> figures = new ArrayList<>();
    figures.add(figures(comparison, QuerySubset.ALL, QuerySubset.ALL, test.size()));
    for (QuerySubset dataset : datasets) {
      String name = dataset.name().substring("dataset/".length());
      figures.add(figures(comparison, dataset.name(), name, dataset.size()));
    }
    return figures;
  }

  private static OnQueries figures(Comparison comparison, String subset, String name, int queries) {
    return new OnQueries(
        name,
        queries,
        value(comparison, "router", subset, "accuracy"),
        value(comparison, "single", subset, "accuracy"),
        value(comparison, "oracle", subset, "accuracy"),
        gained(comparison.standing(subset, "accuracy").orElseThrow()),
        fraction(value(comparison, "router", subset, "oracle-gap")));
  }

  private static Estimate value(
      Comparison comparison, String router, String subset, String metric) {
    return comparison.measurement(router, subset, metric).orElseThrow().estimate();
  }

  /** The router less the best single model: one of the two, as deployable, is the best. */
  private static Estimate gained(Standing standing) {
    boolean singleIsBest = standing.best().equals("single");
    Estimate toBest =
        standing.differences().stream()
            .filter(difference -> difference.router().equals(singleIsBest ? "router" : "single"))
            .findFirst()
            .orElseThrow()
            .estimate();
    return singleIsBest
        ? toBest
        : new Estimate(0 - toBest.value(), 0 - toBest.high(), 0 - toBest.low(), toBest.n());
  }

  private static Estimate fraction(Estimate points) {
    return new Estimate(points.value() / 100, points.low() / 100, points.high() / 100, points.n());
  }
}
