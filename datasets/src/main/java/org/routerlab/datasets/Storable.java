package org.routerlab.datasets;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** What a benchmark must be to be read back after it was written. */
public final class Storable {

  private Storable() {}

  /**
   * Requires two models at least, scores in [0, 1], and costs and token counts that are finite and
   * at least 0; NaN is allowed everywhere.
   *
   * @throws IllegalArgumentException with the value, query and model
   */
  public static void require(Benchmark benchmark) {
    OutcomeTable outcomes = benchmark.outcomes();
    if (outcomes.pool().size() < 2) {
      throw new IllegalArgumentException(
          "a table to write must have at least two models to choose from but "
              + benchmark.name()
              + " has "
              + outcomes.pool().names());
    }
    require(benchmark, "score", outcomes.scores(), 1);
    if (outcomes.hasCosts()) {
      require(benchmark, "cost", outcomes.costs(), Float.MAX_VALUE);
    }
    benchmark
        .tokens()
        .ifPresent(
            tokens -> {
              require(benchmark, "count of input tokens", tokens.input(), Float.MAX_VALUE);
              require(benchmark, "count of output tokens", tokens.output(), Float.MAX_VALUE);
            });
  }

  private static void require(Benchmark benchmark, String what, FloatMatrix values, float most) {
    for (int row = 0; row < values.rows(); row++) {
      for (int model = 0; model < values.columns(); model++) {
        float value = values.get(row, model);
        if (value < 0 || value > most) {
          throw new IllegalArgumentException(
              "a %s to write must be in [0, %s] or unknown but that of '%s' on query '%s' is %s"
                  .formatted(
                      what,
                      most == 1 ? "1" : "a float's greatest",
                      benchmark.outcomes().pool().name(model),
                      benchmark.queries().get(row).id(),
                      value));
        }
      }
    }
  }
}
