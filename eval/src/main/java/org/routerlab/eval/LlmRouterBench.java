package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The measures that LLMRouterBench (arXiv 2601.07206) names, which its published code does not
 * hold: gains over random and over the best single model, and the gap to the oracle.
 *
 * <p>What a sweep of cost weights gains and saves is in {@link PerformanceCost}, the distance to
 * the common frontier of all routers in {@link ParetoDistance}, recall of models in {@link
 * ModelRecall}; AvgAcc is {@link Metrics#datasetAverage}.
 *
 * <p>Which datasets gains and gaps are averaged over is settled on the whole test set, or on the
 * whole subset that they are taken on. A resample that has no query of one of them, or for a mean
 * of ratios no score of the reference on one, has no value and is left out of the interval, which
 * is of the resamples that have every dataset; resamples {@linkplain Resampling#WITHIN_DATASETS
 * within datasets} lack none.
 */
public final class LlmRouterBench {

  private static final String SOURCE = "arXiv 2601.07206, averaging inferred from its tables";
  private static final String GAP = "gap-oracle";

  private LlmRouterBench() {}

  /**
   * All metrics of the source with their variants; then {@code accuracy} on every subset {@code
   * solved-by-k} that has queries.
   */
  public static List<Metric> metrics(TestSet test) {
    List<Metric> metrics = new ArrayList<>();
    for (Averaging averaging : Averaging.values()) {
      metrics.add(gainOverRandom(averaging));
      metrics.add(gainOverBest(BestSingleBasis.TRAIN, averaging));
      metrics.add(gainOverBest(BestSingleBasis.TEST_DATASET_AVERAGE, averaging));
      metrics.add(gapToOracle(averaging));
    }
    for (BestSingleBasis basis : List.of(BestSingleBasis.TRAIN, BestSingleBasis.TEST_MEAN)) {
      metrics.add(PerformanceCost.perfGain(basis));
      metrics.add(PerformanceCost.costSave(basis));
    }
    metrics.addAll(ModelRecall.metrics(test));
    return List.copyOf(metrics);
  }

  /**
   * {@code gain-random} (Gain@R): the mean over datasets d of a_d ÷ a_d^random − 1, with the exact
   * expectation of an even draw; {@code gain-random-ratio-of-means} divides means over datasets.
   *
   * <p>Of at least −1; higher is better; 0 for a random router. A dataset on which no model is ever
   * right has no ratio and is {@link #leftOut(TestSet) left out} of the mean of ratios; NaN where
   * that is all of them.
   */
  public static SetMetric gainOverRandom(Averaging averaging) {
    return metric(
        "gain-random",
        "",
        averaging,
        gain("random", averaging),
        test -> row -> randomScore(test, row),
        ratio -> ratio - 1);
  }

  /**
   * {@code gain-best} (Gain@B): the mean over datasets d of a_d ÷ a_d^m* − 1; {@code
   * gain-best-ratio-of-means} divides means over datasets, {@code gain-best-test-best-by-dataset}
   * takes for m* the model of the best dataset average on test, as published.
   *
   * <p>Of at least −1; higher is better; 0 for m* itself. A dataset on which m* is never right has
   * no ratio and is {@link #leftOut(TestSet, BestSingleBasis) left out} of the mean of ratios; NaN
   * where that is all of them. m* is one model for all datasets and on every resample.
   */
  public static SetMetric gainOverBest(BestSingleBasis basis, Averaging averaging) {
    return metric(
        "gain-best",
        basis.suffix(),
        averaging,
        gain("m*", averaging) + "; " + basis.words(),
        test -> {
          int best = basis.model(test);
          return row -> test.score(row, best);
        },
        ratio -> ratio - 1);
  }

  /**
   * {@code gap-oracle} (Gap@O): the mean over datasets d of 1 − a_d ÷ a_d^oracle; {@code
   * gap-oracle-ratio-of-means} divides means over datasets.
   *
   * <p>Fraction; lower is better; 0 for the oracle. A dataset that the oracle never answers has no
   * ratio and is left out of the mean of ratios; NaN where that is all of them.
   */
  public static SetMetric gapToOracle(Averaging averaging) {
    String formula =
        averaging == Averaging.MEAN_OF_RATIOS
            ? "mean over datasets d with a_d^oracle > 0 of (1 - a_d / a_d^oracle)"
            : "1 - mean_d a_d / mean_d a_d^oracle";
    return metric(GAP, "", averaging, formula, test -> test::oracleScore, ratio -> 1 - ratio);
  }

  /**
   * The datasets that the means of ratios to random and to the oracle leave out: those on which no
   * model ever has a score above 0. Sorted.
   */
  public static List<String> leftOut(TestSet test) {
    return datasetsWithout(test, test::oracleScore);
  }

  /**
   * The datasets that the mean of ratios to the best single model leaves out: those on which it
   * never has a score above 0. Sorted.
   */
  public static List<String> leftOut(TestSet test, BestSingleBasis basis) {
    int best = basis.model(test);
    return datasetsWithout(test, row -> test.score(row, best));
  }

  private static List<String> datasetsWithout(TestSet test, IntToDoubleFunction score) {
    return test.datasets().stream()
        .filter(
            name ->
                IntStream.of(test.subset("dataset/" + name).rows())
                    .allMatch(row -> score.applyAsDouble(row) == 0))
        .toList();
  }

  private static String gain(String reference, Averaging averaging) {
    String other = "a_d^" + reference;
    return averaging == Averaging.MEAN_OF_RATIOS
        ? "mean over datasets d with " + other + " > 0 of (a_d / " + other + " - 1)"
        : "mean_d a_d / mean_d " + other + " - 1";
  }

  private static SetMetric metric(
      String headline,
      String reading,
      Averaging averaging,
      String formula,
      Function<TestSet, IntToDoubleFunction> reference,
      DoubleUnaryOperator figure) {
    boolean isGap = headline.equals(GAP);
    String name = headline + reading + averaging.suffix();
    MetricDefinition definition =
        new MetricDefinition(
                name, "fraction", isGap ? Better.LOWER : Better.HIGHER, false, formula, SOURCE)
            .in(isGap ? "[0, 1]" : "[-1, inf)")
            .undefined(undefined(averaging))
            .variantOf(name.equals(headline) ? "" : headline);
    return SetMetric.settled(
        definition,
        evaluation -> DatasetRatios.columns(evaluation, reference.apply(evaluation.test())),
        whole -> {
          ToDoubleFunction<double[]> average = DatasetRatios.average(averaging, whole);
          return sums -> figure.applyAsDouble(average.applyAsDouble(sums));
        });
  }

  private static String undefined(Averaging averaging) {
    String none =
        "where the reference is right on no query; on a resample, which is then left out of the"
            + " interval, also without a query of some dataset";
    return averaging == Averaging.MEAN_OF_RATIOS
        ? none + " that counts or without a score of the reference there"
        : none;
  }

  private static double randomScore(TestSet test, int row) {
    double sum = 0;
    for (int model = 0; model < test.pool().size(); model++) {
      sum += test.score(row, model);
    }
    return sum / test.pool().size();
  }
}
