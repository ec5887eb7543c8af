package org.routerlab.eval;

import org.routerlab.core.Require;
import org.routerlab.eval.select.Utility;

/** Metrics of scores and realised costs at one operating point. */
final class CostMetrics {

  private CostMetrics() {}

  static QueryMetric meanCost() {
    return QueryMetric.of(
        new MetricDefinition(
            "mean-cost", "cost", Better.LOWER, true, "mean_i c[i, r(i)]", "arXiv 2601.07206"),
        evaluation -> Ratio.mean(evaluation.selection().expect(evaluation.test()::cost)));
  }

  static QueryMetric utility(double lambda) {
    Require.between("lambda", lambda, 0, 1);
    return QueryMetric.of(
        new MetricDefinition(
            "utility-" + text(lambda),
            "utility",
            Better.HIGHER,
            true,
            "mean_i ((1 - L) y[i, r_L(i)] - L c~[i, r_L(i)]), L = " + text(lambda),
            "arXiv 2606.07587, section 3 and Table 2"),
        evaluation -> {
          TestSet test = evaluation.test();
          CellValue utility =
              (row, model) ->
                  Utility.value(lambda, test.score(row, model), test.scaledCost(row, model));
          return Ratio.mean(evaluation.choose(lambda).expect(utility));
        });
  }

  private static String text(double lambda) {
    String text = Double.toString(lambda);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
