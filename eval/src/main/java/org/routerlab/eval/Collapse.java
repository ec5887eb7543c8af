package org.routerlab.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics of routers that collapse: that choose few models, or the dearest one though it is not
 * needed.
 *
 * <p>Metrics of cost are of the choices within the largest budget, where every model is allowed; a
 * router that cannot be masked, as one that decides by itself, is taken by its plain choices. The
 * dearest model is that of the greatest mean cost on test; it stays on a resample. For values by
 * budget see {@link CollapseByBudget}.
 */
public final class Collapse {

  private static final String ORBIT = "arXiv 2602.03478, as in ORBIT";

  private Collapse() {}

  /** All metrics of this class, those of cost first. */
  public static List<Metric> metrics() {
    return List.of(index(), overspending(), topModelShare(), unusedModels(), effectiveModels());
  }

  /**
   * {@code rci}, router collapse index: the share of queries on which the choice is neither a model
   * among the best other than the dearest, nor the dearest as the only best.
   *
   * <p>Fraction; lower is better. Wrong choices count too, and so does choosing the dearest where
   * all models are equally wrong: read {@link #overspending} beside it. Needs costs. Source: Router
   * collapse (arXiv 2602.03478), as ORBIT computes it.
   */
  public static QueryMetric index() {
    return metric(
        "rci",
        "share of i where r(i), within the largest budget, is neither among the best and not the"
            + " dearest, nor the dearest and alone the best",
        ORBIT,
        facts -> facts::collapsed);
  }

  /**
   * {@code overspend-rate}: the share of queries on which the dearest model is chosen though a
   * cheaper one is among the best.
   *
   * <p>Fraction; lower is better, never above rci; also where all models are equally wrong. Needs
   * costs. RouterLab's own, beside rci.
   */
  public static QueryMetric overspending() {
    return metric(
        "overspend-rate",
        "share of i where r(i), within the largest budget, is the dearest and another is as good",
        "RouterLab; companion of rci",
        facts -> facts::overspent);
  }

  /**
   * {@code top-model-share}: the share of the queries that the model chosen most often gets. That
   * of the best single model is {@link Metrics#heuristicAgreement}.
   *
   * <p>Fraction of at least 1 / models; neither way is better. Of several runs it is that of their
   * mean shares. The model may differ between resamples. RouterLab's own.
   */
  public static SetMetric topModelShare() {
    return ofShares(
        new MetricDefinition(
            "top-model-share",
            "fraction",
            Better.NEITHER,
            false,
            "max_m f_m, f_m the share of i with r(i) = m",
            "RouterLab"),
        Histogram::greatestShare);
  }

  /**
   * {@code unused-models}: the share of the models that are chosen for no query.
   *
   * <p>Fraction below 1; neither way is better. Of several runs a model is unused where none of
   * them chooses it. A resample leaves rare choices out, so the interval leans upwards. RouterLab's
   * own.
   */
  public static SetMetric unusedModels() {
    return ofShares(
        new MetricDefinition(
            "unused-models",
            "fraction",
            Better.NEITHER,
            false,
            "share of m with r(i) = m for no i",
            "RouterLab"),
        Histogram::unusedShare);
  }

  /**
   * {@code effective-models}: 2 to the power of {@link Metrics#selectionEntropy}, how many models
   * chosen equally often would be as varied.
   *
   * <p>In [1, models]; neither way is better. Of several runs it is that of their mean shares.
   * RouterLab's own.
   */
  public static SetMetric effectiveModels() {
    return ofShares(
        new MetricDefinition(
                "effective-models",
                "models",
                Better.NEITHER,
                false,
                "2^H, H the entropy of f_m in bits",
                "RouterLab")
            .in("[1, models]"),
        Histogram::effectiveModels);
  }

  private static SetMetric ofShares(MetricDefinition definition, ToDoubleFunction<double[]> value) {
    return SetMetric.of(definition, Collapse::shares, value);
  }

  /** The shares of all models, a column each. */
  private static List<Column> shares(Evaluation evaluation) {
    return IntStream.range(0, evaluation.test().pool().size())
        .mapToObj(
            model ->
                Column.of(evaluation.selection().expect((row, chosen) -> chosen == model ? 1 : 0)))
        .toList();
  }

  private static QueryMetric metric(
      String name, String formula, String source, Function<CollapseFacts, CellValue> loss) {
    return QueryMetric.of(
        new MetricDefinition(name, "fraction", Better.LOWER, true, formula, source),
        evaluation -> {
          CellValue value = loss.apply(CollapseFacts.of(evaluation.test()));
          return Ratio.mean(withinLargestBudget(evaluation).expect(value));
        });
  }

  private static Selection withinLargestBudget(Evaluation evaluation) {
    Optional<Sweep> budgets = evaluation.budgetSweep();
    return budgets.map(sweep -> sweep.at(sweep.steps() - 1)).orElse(evaluation.selection());
  }
}
