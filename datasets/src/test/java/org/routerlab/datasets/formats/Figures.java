package org.routerlab.datasets.formats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Benchmark;

/** What is published of a benchmark, over the queries with every model. */
final class Figures {

  private Figures() {}

  static double bestSingle(Benchmark benchmark) {
    return Arrays.stream(complete(benchmark).meanScores()).max().orElseThrow();
  }

  static double oracle(Benchmark benchmark) {
    OutcomeTable outcomes = complete(benchmark);
    return IntStream.range(0, outcomes.size())
        .mapToDouble(
            row ->
                IntStream.range(0, outcomes.pool().size())
                    .mapToDouble(model -> outcomes.score(row, model))
                    .max()
                    .orElseThrow())
        .average()
        .orElseThrow();
  }

  private static OutcomeTable complete(Benchmark benchmark) {
    return benchmark.outcomes().selectRows(benchmark.outcomes().completeRows());
  }
}
