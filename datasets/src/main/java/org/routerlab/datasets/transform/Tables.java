package org.routerlab.datasets.transform;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.TokenCounts;

/** Benchmarks of some rows or some columns of another; name and provenance stay. */
final class Tables {

  private Tables() {}

  /** The benchmark of the given rows, in their order. */
  static Benchmark ofRows(Benchmark benchmark, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "a transform must leave at least one query of "
              + benchmark.name()
              + " but leaves none of "
              + benchmark.queries().size());
    }
    return benchmark.selectRows(rows);
  }

  /** The benchmark of the given models, in their order. */
  static Benchmark ofModels(Benchmark benchmark, List<Integer> models) {
    OutcomeTable outcomes = benchmark.outcomes();
    List<String> names = models.stream().map(outcomes.pool()::name).toList();
    UnaryOperator<FloatMatrix> columns = matrix -> columns(matrix, models);
    return new Benchmark(
        benchmark.name(),
        benchmark.queries(),
        mapped(new ModelPool(names), outcomes, columns, columns),
        benchmark.costUnit(),
        benchmark.provenance(),
        benchmark
            .tokens()
            .map(
                counts ->
                    new TokenCounts(
                        columns.apply(counts.input()), columns.apply(counts.output()))));
  }

  /**
   * The same benchmark with other queries and outcomes; its token counts stay where queries and
   * models do.
   */
  static Benchmark with(Benchmark benchmark, List<Query> queries, OutcomeTable outcomes) {
    boolean same =
        outcomes.pool().equals(benchmark.outcomes().pool()) && queries.equals(benchmark.queries());
    return new Benchmark(
        benchmark.name(),
        queries,
        outcomes,
        benchmark.costUnit(),
        benchmark.provenance(),
        same ? benchmark.tokens() : Optional.empty());
  }

  /** A table of changed scores, and of changed costs where there are any. */
  static OutcomeTable mapped(
      ModelPool pool,
      OutcomeTable outcomes,
      UnaryOperator<FloatMatrix> scores,
      UnaryOperator<FloatMatrix> costs) {
    return new OutcomeTable(
        pool,
        scores.apply(outcomes.scores()),
        outcomes.hasCosts() ? costs.apply(outcomes.costs()) : null);
  }

  private static FloatMatrix columns(FloatMatrix matrix, List<Integer> columns) {
    float[] values = new float[Math.multiplyExact(matrix.rows(), columns.size())];
    int next = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column : columns) {
        values[next++] = matrix.get(row, column);
      }
    }
    return FloatMatrix.wrap(matrix.rows(), columns.size(), values);
  }
}
