package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;

/**
 * Other readings of how often a router is right than the mean score of what it chooses, which is
 * {@link Metrics#accuracy}.
 */
public final class RoutingAccuracy {

  private RoutingAccuracy() {}

  /** All readings. */
  public static List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (Correctness correctness : Correctness.values()) {
      metrics.add(correct(correctness));
    }
    metrics.add(correctAtQuantile());
    metrics.addAll(List.of(bestMatch(), rankedBestMatch(), decisiveAgreement()));
    return List.copyOf(metrics);
  }

  /**
   * {@code accuracy-at-0.5}, {@code accuracy-above-0}, {@code accuracy-at-1}: the share of queries
   * on which the chosen model is correct in this sense.
   *
   * <p>Fraction; higher is better; on binary scores each is the accuracy.
   */
  public static QueryMetric correct(Correctness correctness) {
    return share(
        "accuracy" + correctness.suffix(),
        "accuracy",
        "share of i with " + correctness.words() + " for y = y[i, r(i)]",
        correctness.source(),
        test -> (row, model) -> correctness.accepts(test.score(row, model)) ? 1 : 0);
  }

  /**
   * {@code accuracy-at-declared}: the share of queries on which the chosen model scores at least
   * what its dataset declares correct.
   *
   * <p>Fraction; higher is better.
   *
   * @param thresholds by the name of the dataset; of others one half
   */
  public static QueryMetric correct(Map<String, Double> thresholds) {
    Map<String, Double> declared = Map.copyOf(thresholds);
    return share(
        "accuracy-at-declared",
        "accuracy",
        "share of i with y[i, r(i)] of at least the threshold of the dataset of i",
        "RouterLab",
        test ->
            (row, model) -> {
              String dataset = test.queries().get(row).dataset();
              double least = declared.getOrDefault(dataset, (double) OutcomeTable.CORRECT);
              return test.score(row, model) >= least ? 1 : 0;
            });
  }

  /**
   * {@code accuracy-at-quantile-0.95}: the share of queries on which the chosen model scores at
   * least the 0.95 quantile of all scores of the test table.
   *
   * <p>Fraction; higher is better; on binary scores the accuracy, unless fewer than one in twenty
   * are 1. The threshold looks at the test outcomes of all models and stays on a resample; it
   * judges answers and decides nothing. Where it is 0 every answer counts. Source: RouterBench
   * (arXiv 2403.12031), its cascade.
   */
  public static QueryMetric correctAtQuantile() {
    return share(
        "accuracy-at-quantile-0.95",
        "accuracy",
        "share of i with y[i, r(i)] >= the 0.95 quantile of all y of the test table (the threshold"
            + " looks at test outcomes)",
        "arXiv 2403.12031 (cascade)",
        test -> {
          double least = SampleQuantile.of(sortedScores(test), 0.95);
          return (row, model) -> test.score(row, model) >= least ? 1 : 0;
        });
  }

  private static double[] sortedScores(TestSet test) {
    int models = test.pool().size();
    return IntStream.range(0, test.size() * models)
        .mapToDouble(cell -> test.score(cell / models, cell % models))
        .sorted()
        .toArray();
  }

  /**
   * {@code best-match}: the share of queries on which no model scores higher than the chosen one.
   *
   * <p>Fraction; higher is better. A tie with the best counts, and so does any choice where all
   * models score alike, nobody being right among that.
   */
  public static QueryMetric bestMatch() {
    return share(
        "best-match",
        "",
        "share of i with y[i, r(i)] = max_m y[i, m]",
        "arXiv 2409.19886 (acc)",
        test -> (row, model) -> test.score(row, model) >= test.oracleScore(row) ? 1 : 0);
  }

  /**
   * {@code best-match-ranked}: the share of queries on which the chosen model is the one of the
   * highest score, of several the first by the ranking.
   *
   * <p>Fraction of at most {@code best-match}; higher is better.
   */
  public static QueryMetric rankedBestMatch() {
    return share(
        "best-match-ranked",
        "best-match",
        "share of i with r(i) = argmax_m y[i, m], ties by the ranking of training",
        "arXiv 2409.19886 (acc)",
        test -> (row, model) -> model == best(test, row) ? 1 : 0);
  }

  /**
   * {@code decisive-agreement}: of the pairs of the chosen model with another that scores
   * differently, the share in which the chosen model is the better one.
   *
   * <p>Fraction; higher is better. With two models it is how often the router takes the winner of
   * the queries that have one, as LLMRouterBench counts for RouteLLM; with more models the reading
   * is RouterLab's. NaN where all models score alike on every query.
   */
  public static QueryMetric decisiveAgreement() {
    return QueryMetric.of(
        new MetricDefinition(
                "decisive-agreement",
                "fraction",
                Better.HIGHER,
                false,
                "share of (i, m) with y[i, r(i)] > y[i, m] among those with y[i, r(i)] != y[i, m]",
                "arXiv 2601.07206 (routing_accuracy of RouteLLM), for any number of models")
            .undefined("where all models score alike on every query"),
        evaluation -> {
          TestSet test = evaluation.test();
          Selection selection = evaluation.selection();
          return new Ratio(
              Column.of(selection.expect((row, model) -> beaten(test, row, model, false))),
              Column.of(selection.expect((row, model) -> beaten(test, row, model, true))));
        });
  }

  /** How many models score lower than {@code model}, or differently. */
  private static int beaten(TestSet test, int row, int model, boolean orBeating) {
    int count = 0;
    for (int other = 0; other < test.pool().size(); other++) {
      int order = Float.compare(test.score(row, model), test.score(row, other));
      count += order > 0 || (orBeating && order < 0) ? 1 : 0;
    }
    return count;
  }

  private static int best(TestSet test, int row) {
    int best = 0;
    for (int model = 1; model < test.pool().size(); model++) {
      int order = Float.compare(test.score(row, model), test.score(row, best));
      if (order > 0 || (order == 0 && test.ranking().prefers(model, best))) {
        best = model;
      }
    }
    return best;
  }

  /** What a test set says of every cell. */
  private interface Cells {
    CellValue on(TestSet test);
  }

  private static QueryMetric share(
      String name, String variantOf, String formula, String source, Cells cells) {
    return QueryMetric.of(
        new MetricDefinition(name, "fraction", Better.HIGHER, false, formula, source)
            .variantOf(variantOf),
        evaluation -> Ratio.mean(evaluation.selection().expect(cells.on(evaluation.test()))));
  }
}
