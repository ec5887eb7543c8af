package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

/** Benchmarks for the tests of transforms. */
final class Cases {

  /** The scores of the specification's test vectors: six queries, three models. */
  static final FloatMatrix VECTORS =
      FloatMatrix.of(
          new float[] {1, 1, 1},
          new float[] {0, 1, 1},
          new float[] {0, 0, 1},
          new float[] {1, 0, 0},
          new float[] {0, 0, 0},
          new float[] {0, 1, 1});

  private Cases() {}

  static ModelPool pool(int models) {
    return new ModelPool(IntStream.range(0, models).mapToObj(m -> "m" + m).toList());
  }

  static OutcomeTable vectors() {
    return new OutcomeTable(pool(3), VECTORS);
  }

  /** A benchmark without costs whose datasets take turns. */
  static Benchmark benchmark(FloatMatrix scores, String... datasets) {
    return benchmark(new OutcomeTable(pool(scores.columns()), scores), datasets);
  }

  static Benchmark benchmark(OutcomeTable outcomes, String... datasets) {
    List<Query> queries = new ArrayList<>();
    for (int row = 0; row < outcomes.size(); row++) {
      queries.add(new Query("q" + row, "text " + row, datasets[row % datasets.length]));
    }
    String unit = outcomes.hasCosts() ? "USD" : Benchmark.NO_COSTS;
    return Benchmark.of("test", queries, outcomes, unit, Map.of("source", "made up"));
  }

  /** Sparse, tied, graded, costless, of one row or one model: every odd shape turns up. */
  static OutcomeTable random(int number) {
    SplittableRandom random = new Seed(number).stream("transform tables");
    int models = number % 7 == 0 ? 1 : 1 + random.nextInt(10);
    int rows = number % 11 == 0 ? 1 : 1 + random.nextInt(60);
    double missing = number % 3 == 0 ? .3 : 0;
    int levels = number % 5 == 0 ? 4 : 1;
    FloatMatrix scores =
        matrix(
            rows,
            models,
            () ->
                random.nextDouble() < missing
                    ? Float.NaN
                    : random.nextInt(levels + 1) / (float) levels);
    return number % 2 == 0
        ? new OutcomeTable(pool(models), scores)
        : new OutcomeTable(
            pool(models), scores, matrix(rows, models, () -> (float) random.nextInt(9)));
  }

  static FloatMatrix matrix(int rows, int columns, Supplier<Float> values) {
    float[] all = new float[rows * columns];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get();
    }
    return FloatMatrix.wrap(rows, columns, all);
  }

  static List<String> ids(Benchmark benchmark) {
    return benchmark.queries().stream().map(Query::id).toList();
  }

  static float[] column(FloatMatrix matrix, int column) {
    float[] values = new float[matrix.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix.get(row, column);
    }
    return values;
  }

  /** The same benchmark with its rows backwards. */
  static Benchmark backwards(Benchmark benchmark) {
    int[] rows =
        IntStream.range(0, benchmark.queries().size())
            .map(row -> benchmark.queries().size() - 1 - row)
            .toArray();
    return new Benchmark(
        benchmark.name(),
        Arrays.stream(rows).mapToObj(benchmark.queries()::get).toList(),
        benchmark.outcomes().selectRows(rows),
        benchmark.costUnit(),
        benchmark.provenance());
  }

  static <T> T onThreads(int threads, Callable<T> task) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }
}
