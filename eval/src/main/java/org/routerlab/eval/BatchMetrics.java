package org.routerlab.eval;

/** Metrics of sharing a budget out among all queries at once, which no router of one query can. */
final class BatchMetrics {

  private BatchMetrics() {}

  static QueryMetric accuracy() {
    return QueryMetric.of(
        new MetricDefinition(
                "batch-allocation-accuracy",
                "fraction",
                Better.HIGHER,
                true,
                "mean_i y[i, a_i], a the batch allocation of greatest sum_i p[i, a_i] with sum_i c_a_i"
                    + " <= n c_m*; not a router of single queries",
                "FORC (arXiv 2308.06077), OptLLM (arXiv 2405.15130)")
            .undefined("for a router that decides by itself"),
        evaluation -> {
          TestSet test = evaluation.test();
          double budget = test.trainMeanCost(test.ranking().best());
          return evaluation
              .allocated(budget)
              .map(selection -> Ratio.mean(selection.expect(test::score)))
              .orElseGet(
                  () ->
                      new Ratio(
                          Column.constant(test.size(), Double.NaN),
                          Column.constant(test.size(), 1)));
        });
  }
}
