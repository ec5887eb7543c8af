package org.routerlab.eval;

/**
 * One thing a router is to be good at, as a mean over the test queries: of a router, and of always
 * calling one model.
 *
 * @param metric the mean of a router; one without a value on a query is NaN
 * @param ofModel the same for one model on one complete row
 */
public record Objective(QueryMetric metric, CellValue ofModel) {

  /** The mean score of the chosen models; higher is better. */
  public static Objective accuracy(TestSet test) {
    return new Objective(Metrics.accuracy(), test::score);
  }

  /**
   * The mean realised cost of the chosen models; lower is better.
   *
   * @throws IllegalStateException on a test set without costs; ask {@link TestSet#hasCosts()} first
   */
  public static Objective cost(TestSet test) {
    if (!test.hasCosts()) {
      throw new IllegalStateException(
          "cost cannot be an objective on a test set without costs; ask hasCosts() first");
    }
    return new Objective(Metrics.meanCost(), test::cost);
  }

  /** The mean recorded latency of the chosen models; lower is better. */
  public static Objective latency(Latencies latencies) {
    return new Objective(latencies.mean(), latencies::seconds);
  }

  /** The metric's name. */
  public String name() {
    return metric.name();
  }

  double best(double[] values) {
    return metric.higherIsBetter() ? Resampled.greatest(values) : Resampled.least(values);
  }

  double worst(double[] values) {
    return metric.higherIsBetter() ? Resampled.least(values) : Resampled.greatest(values);
  }
}
