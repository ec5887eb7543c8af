package org.routerlab.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;

/**
 * What a benchmark is, in figures.
 *
 * <p>Best single, oracle and headroom are over the queries on which every model was observed; where
 * there are none, over all observed scores, which is then said by {@code complete} being 0.
 *
 * @param complete queries on which every model was observed
 * @param datasets queries by dataset
 * @param parts queries by part of the published split; empty where none is published
 * @param observed the share of scores that are there, in [0, 1]
 * @param models in their order, with mean score and mean cost
 * @param costUnit of the mean costs
 * @param tokens whether token counts are recorded
 * @param bestSingle the model with the highest mean score; the earlier one where two tie
 * @param bestSingleScore its mean score, in [0, 1]
 * @param oracleScore the mean of each query's best score
 * @param headroom what the oracle is above the best single model
 * @param provenance source, licence …
 * @param fingerprint of everything that can influence a result
 */
public record BenchmarkSummary(
    String name,
    int queries,
    int complete,
    SortedMap<String, Integer> datasets,
    SortedMap<String, Integer> parts,
    double observed,
    List<Model> models,
    String costUnit,
    boolean tokens,
    String bestSingle,
    double bestSingleScore,
    double oracleScore,
    double headroom,
    SortedMap<String, String> provenance,
    String fingerprint) {

  /**
   * A model of the pool.
   *
   * @param score mean over its observed scores; NaN where there are none
   * @param cost mean over its known costs; NaN where there are none
   */
  public record Model(String name, double score, double cost) {}

  /** Copies the collections. */
  public BenchmarkSummary {
    datasets = Collections.unmodifiableSortedMap(new TreeMap<>(datasets));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    models = List.copyOf(models);
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** Sums up a benchmark. */
  public static BenchmarkSummary of(Benchmark benchmark) {
    OutcomeTable all = benchmark.outcomes();
    int[] complete = all.completeRows();
    OutcomeTable judged = complete.length == 0 ? all : all.selectRows(complete);
    double[] means = judged.meanScores();
    int best = best(means);
    double oracle = oracle(judged);
    return new BenchmarkSummary(
        benchmark.name(),
        all.size(),
        complete.length,
        counts(benchmark.queries(), query -> Optional.of(query.dataset())),
        counts(
            benchmark.queries(),
            query -> Optional.ofNullable(query.tags().get(Benchmark.SPLIT_TAG))),
        1
            - (double) new ColumnRanges(all.pool(), all.scores()).missing(all.size())
                / ((long) all.size() * all.pool().size()),
        models(all),
        benchmark.costUnit(),
        benchmark.tokens().isPresent(),
        all.pool().name(best),
        means[best],
        oracle,
        oracle - means[best],
        benchmark.provenance(),
        benchmark.fingerprint());
  }

  private static List<Model> models(OutcomeTable outcomes) {
    double[] scores = outcomes.meanScores();
    double[] costs = new double[scores.length];
    Arrays.fill(costs, Double.NaN);
    double[] known = outcomes.hasCosts() ? outcomes.meanCosts() : costs;
    return IntStream.range(0, scores.length)
        .mapToObj(model -> new Model(outcomes.pool().name(model), scores[model], known[model]))
        .toList();
  }

  private static int best(double[] means) {
    int best = 0;
    for (int model = 1; model < means.length; model++) {
      best = Double.isNaN(means[best]) || means[model] > means[best] ? model : best;
    }
    return best;
  }

  private static double oracle(OutcomeTable outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToDouble(
            row ->
                IntStream.range(0, outcomes.pool().size())
                    .filter(model -> outcomes.isObserved(row, model))
                    .mapToDouble(model -> outcomes.score(row, model))
                    .max()
                    .orElse(Double.NaN))
        .filter(score -> !Double.isNaN(score))
        .average()
        .orElse(Double.NaN);
  }

  private static SortedMap<String, Integer> counts(
      List<Query> queries, Function<Query, Optional<String>> label) {
    Map<String, Integer> counts = new TreeMap<>();
    queries.forEach(
        query -> label.apply(query).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    return new TreeMap<>(counts);
  }
}
