package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Outcome tables for tests. */
final class Tables {

  /** Six queries, three models: the table of the specification's test vectors. */
  static final FloatMatrix SCORES =
      FloatMatrix.of(
          new float[] {1, 1, 1},
          new float[] {0, 1, 1},
          new float[] {0, 0, 1},
          new float[] {1, 0, 0},
          new float[] {0, 0, 0},
          new float[] {0, 1, 1});

  static final FloatMatrix PREDICTIONS =
      FloatMatrix.of(
          new float[] {.9f, .8f, .85f},
          new float[] {.2f, .7f, .6f},
          new float[] {.3f, .4f, .5f},
          new float[] {.6f, .5f, .7f},
          new float[] {.1f, .2f, .3f},
          new float[] {.2f, .75f, .7f});

  private Tables() {}

  /** The specification's table as training and as test outcomes; two datasets. */
  static TestSet vectors() {
    float[] costs = new float[18];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = new float[] {1, 2, 4}[i % 3];
    }
    OutcomeTable table =
        new OutcomeTable(ModelPool.of("a", "b", "c"), SCORES, FloatMatrix.wrap(6, 3, costs));
    return TestSet.of(table, queries(6, "first", "second"), table);
  }

  /** Queries whose datasets take turns. */
  static List<Query> queries(int size, String... datasets) {
    return IntStream.range(0, size)
        .mapToObj(i -> new Query("q" + i, "text " + i, datasets[i % datasets.length]))
        .toList();
  }

  /** Training and test outcomes of one shape, with predictions; every odd shape turns up. */
  record Case(
      OutcomeTable train, List<Query> queries, OutcomeTable test, List<FloatMatrix> predictions) {

    TestSet testSet() {
      return TestSet.of(train, queries, test);
    }

    RouterRuns runs(TestSet set) {
      return new RouterRuns(
          "router", predictions.stream().map(p -> Evaluation.of("router", set, p)).toList());
    }
  }

  static Case random(int number) {
    SplittableRandom random = new Seed(number).stream("tables");
    int models = number % 7 == 0 ? 1 : 1 + random.nextInt(12);
    int rows = number % 11 == 0 ? 1 : 1 + random.nextInt(40);
    ModelPool pool = new ModelPool(IntStream.range(0, models).mapToObj(m -> "m" + m).toList());
    double missing = number % 3 == 0 ? .1 : 0;
    int levels = number % 5 == 0 ? 4 : 1;
    int costKind = random.nextInt(5);
    OutcomeTable train = table(pool, 1 + random.nextInt(30), random, missing, levels, costKind);
    OutcomeTable test = table(pool, rows, random, missing, levels, costKind);
    String[] datasets = {"d", "a", "c", "b"};
    List<Query> queries = queries(rows, Arrays.copyOf(datasets, 1 + random.nextInt(4)));
    int seeds = number % 4 == 0 ? 3 : 1;
    int steps = number % 2 == 0 ? 3 : 1000;
    List<FloatMatrix> predictions =
        IntStream.range(0, seeds)
            .mapToObj(s -> matrix(rows, models, () -> random.nextInt(steps + 1) / (float) steps))
            .toList();
    return new Case(train, queries, test, predictions);
  }

  private static OutcomeTable table(
      ModelPool pool, int rows, SplittableRandom random, double missing, int levels, int costs) {
    FloatMatrix scores =
        matrix(
            rows,
            pool.size(),
            () ->
                random.nextDouble() < missing
                    ? Float.NaN
                    : random.nextInt(levels + 1) / (float) levels);
    int[] model = {0};
    return switch (costs) {
      case 0 -> new OutcomeTable(pool, scores);
      case 1 -> new OutcomeTable(pool, scores, matrix(rows, pool.size(), () -> 0f));
      case 2 ->
          new OutcomeTable(
              pool, scores, matrix(rows, pool.size(), () -> 1f + model[0]++ % pool.size()));
      case 3 ->
          new OutcomeTable(pool, scores, matrix(rows, pool.size(), () -> 1f + random.nextInt(3)));
      default ->
          new OutcomeTable(
              pool, scores, matrix(rows, pool.size(), () -> (float) random.nextDouble()));
    };
  }

  static FloatMatrix matrix(int rows, int columns, Supplier<Float> values) {
    float[] all = new float[rows * columns];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get();
    }
    return FloatMatrix.wrap(rows, columns, all);
  }

  /** The same case with the models in reverse order. */
  static Case reversed(Case table) {
    return new Case(
        reversed(table.train()),
        table.queries(),
        reversed(table.test()),
        table.predictions().stream().map(Tables::reversed).toList());
  }

  private static OutcomeTable reversed(OutcomeTable table) {
    List<String> names = new ArrayList<>(table.pool().names());
    Collections.reverse(names);
    FloatMatrix scores = reversed(table.scores());
    return table.hasCosts()
        ? new OutcomeTable(new ModelPool(names), scores, reversed(table.costs()))
        : new OutcomeTable(new ModelPool(names), scores);
  }

  private static FloatMatrix reversed(FloatMatrix matrix) {
    float[] all = new float[matrix.rows() * matrix.columns()];
    for (int i = 0; i < all.length; i++) {
      int column = matrix.columns() - 1 - i % matrix.columns();
      all[i] = matrix.get(i / matrix.columns(), column);
    }
    return FloatMatrix.wrap(matrix.rows(), matrix.columns(), all);
  }

  /** Whether two models have the same mean score in training, and so may tie to the last. */
  static boolean hasTwins(TestSet test) {
    return IntStream.range(0, test.pool().size()).mapToDouble(test::trainMean).distinct().count()
        < test.pool().size();
  }
}
