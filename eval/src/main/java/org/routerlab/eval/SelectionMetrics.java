package org.routerlab.eval;

import java.util.stream.IntStream;

/** Metrics of which models are chosen, whatever they score. */
final class SelectionMetrics {

  private SelectionMetrics() {}

  static QueryMetric agreement() {
    return QueryMetric.of(
        new MetricDefinition(
            "heuristic-agreement",
            "fraction",
            Better.NEITHER,
            false,
            "share of i with r(i) = m*, without a budget",
            "Who Routes the Router, Table 4"),
        evaluation -> Ratio.mean(shares(evaluation, evaluation.test().ranking().best())));
  }

  static QueryMetric share(TestSet test, int model) {
    return QueryMetric.of(
        new MetricDefinition(
            "selection-share/" + test.pool().name(model),
            "fraction",
            Better.NEITHER,
            false,
            "share of i with r(i) = m",
            "arXiv 2606.07587, Figure 4"),
        evaluation -> Ratio.mean(shares(evaluation, model)));
  }

  static SetMetric entropy() {
    return SetMetric.of(
        new MetricDefinition(
                "selection-entropy",
                "bits",
                Better.NEITHER,
                false,
                "- sum_m f_m log2 f_m, f_m the share of i with r(i) = m",
                "RouterLab; companion of RouterEval's E_p (arXiv 2503.10657)")
            .in("[0, log2 of the number of models]"),
        evaluation ->
            IntStream.range(0, evaluation.test().pool().size())
                .mapToObj(model -> Column.of(shares(evaluation, model)))
                .toList(),
        Histogram::entropy);
  }

  private static double[] shares(Evaluation evaluation, int model) {
    return evaluation.selection().expect((row, chosen) -> chosen == model ? 1 : 0);
  }
}
