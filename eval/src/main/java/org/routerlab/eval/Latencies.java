package org.routerlab.eval;

import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * How long every model took to answer every test query, as recorded; in seconds.
 *
 * <p>Of a cascade the latencies of all models called are added up, as they are called one after the
 * other. A latency of NaN is unknown; what rests on one is NaN.
 */
public final class Latencies {

  private final TestSet test;
  private final FloatMatrix seconds;

  private Latencies(TestSet test, FloatMatrix seconds) {
    this.test = test;
    this.seconds = seconds;
  }

  /**
   * The latencies of the models on the queries of {@code test}.
   *
   * @param seconds a row for every query given to the test set, complete or not, and a column for
   *     every model; each at least 0, or NaN where unknown
   * @throws IllegalArgumentException on another number of rows or columns, and on a negative or
   *     infinite latency of a complete row
   */
  public static Latencies of(TestSet test, FloatMatrix seconds) {
    Require.equal("latency rows", seconds.rows(), "given test queries", test.given());
    Require.equal("latency columns", seconds.columns(), "models in the pool", test.pool().size());
    FloatMatrix complete = test.completeRows(seconds);
    for (int row = 0; row < complete.rows(); row++) {
      for (int model = 0; model < complete.columns(); model++) {
        float value = complete.get(row, model);
        if (value < 0 || Float.isInfinite(value)) {
          throw new IllegalArgumentException(
              "latencies must be finite and >= 0, or NaN where unknown, but model "
                  + test.pool().name(model)
                  + " has "
                  + value
                  + " on complete test row "
                  + row);
        }
      }
    }
    return new Latencies(test, complete);
  }

  /** What the latencies are of. */
  public TestSet test() {
    return test;
  }

  /** The latency of {@code model} on complete row {@code row}, in seconds; NaN where unknown. */
  public double seconds(int row, int model) {
    return seconds.get(row, model);
  }

  /**
   * {@code mean-latency}: the mean recorded latency of the chosen models; of a cascade the
   * latencies of all models called on a query are added up.
   *
   * <p>Seconds of at least 0; lower is better. NaN where a latency it rests on is unknown.
   * RouterLab's own.
   *
   * @throws IllegalArgumentException when asked for a router on another test set
   */
  public QueryMetric mean() {
    return QueryMetric.of(
        new MetricDefinition(
                "mean-latency",
                "s",
                Better.LOWER,
                false,
                "mean_i of the recorded seconds of r(i)",
                "RouterLab")
            .in("at least 0")
            .undefined("where a latency it rests on is unknown"),
        evaluation -> {
          if (evaluation.test() != test) {
            throw new IllegalArgumentException(
                "latencies must be of the test set of "
                    + evaluation.router()
                    + " but are of another");
          }
          return Ratio.mean(evaluation.selection().spend(this::seconds));
        });
  }
}
