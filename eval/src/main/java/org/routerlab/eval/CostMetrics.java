package org.routerlab.eval;

import org.routerlab.core.Require;

/** Metrics of scores and realised costs at one operating point. */
final class CostMetrics {

  private CostMetrics() {}

  static QueryMetric meanCost() {
    return QueryMetric.of(
        new MetricDefinition(
                "mean-cost", "cost", Better.LOWER, true, "mean_i c[i, r(i)]", "arXiv 2601.07206")
            .in("at least 0, in the unit of the table"),
        evaluation -> Ratio.mean(evaluation.selection().spend(evaluation.test()::cost)));
  }

  static QueryMetric utility(double lambda) {
    Require.between("lambda", lambda, 0, 1);
    return QueryMetric.of(
        new MetricDefinition(
                "utility-" + text(lambda),
                "utility",
                Better.HIGHER,
                true,
                "mean_i ((1 - λ) y[i, r_λ(i)] - λ c~[i, r_λ(i)])",
                "arXiv 2606.07587, section 3 and Table 2")
            .in("[-1, 1] where c~ is in [0, 1]"),
        evaluation -> {
          TestSet test = evaluation.test();
          Selection selection = evaluation.choose(lambda);
          return Ratio.mean(selection.utility(lambda, test::score, test::scaledCost));
        });
  }

  private static String text(double lambda) {
    String text = Double.toString(lambda);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
