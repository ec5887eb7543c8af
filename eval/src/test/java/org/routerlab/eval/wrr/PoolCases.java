package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Tables for the tests of benchmark analyses. */
final class PoolCases {

  private PoolCases() {}

  record Case(List<Query> queries, OutcomeTable train, OutcomeTable outcomes) {}

  static List<Query> queries(String... datasets) {
    List<Query> queries = new ArrayList<>();
    for (String dataset : datasets) {
      queries.add(new Query("q" + queries.size(), "text", dataset));
    }
    return queries;
  }

  static ModelPool pool(int models) {
    return new ModelPool(IntStream.range(0, models).mapToObj(m -> "m" + m).toList());
  }

  static OutcomeTable table(float[]... rows) {
    return new OutcomeTable(pool(rows[0].length), FloatMatrix.of(rows));
  }

  /** A table in which every model always costs the same. */
  static OutcomeTable priced(float[] prices, float[]... rows) {
    float[][] costs = new float[rows.length][];
    Arrays.fill(costs, prices);
    return new OutcomeTable(pool(prices.length), FloatMatrix.of(rows), FloatMatrix.of(costs));
  }

  /** Sparse, tied, graded, costless, of one row or one model: every odd shape turns up. */
  static Case random(int number) {
    SplittableRandom random = new Seed(number).stream("pool tables");
    int models = number % 7 == 0 ? 1 : 1 + random.nextInt(8);
    int rows = number % 11 == 0 ? 1 : 1 + random.nextInt(40);
    int tasks = 1 + random.nextInt(5);
    String[] datasets = new String[rows];
    for (int row = 0; row < rows; row++) {
      datasets[row] = "t" + random.nextInt(tasks);
    }
    return new Case(
        queries(datasets),
        outcomes(1 + random.nextInt(30), models, number, random),
        outcomes(rows, models, number, random));
  }

  private static OutcomeTable outcomes(int rows, int models, int number, SplittableRandom random) {
    double missing = number % 3 == 0 ? .4 : 0;
    FloatMatrix scores =
        matrix(
            rows, models, () -> random.nextDouble() < missing ? Float.NaN : random.nextInt(3) / 2f);
    return number % 4 == 0
        ? new OutcomeTable(pool(models), scores)
        : new OutcomeTable(
            pool(models),
            scores,
            matrix(
                rows,
                models,
                () -> random.nextDouble() < missing / 2 ? Float.NaN : random.nextInt(3)));
  }

  static FloatMatrix matrix(int rows, int columns, Supplier<? extends Number> values) {
    float[] all = new float[rows * columns];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get().floatValue();
    }
    return FloatMatrix.wrap(rows, columns, all);
  }

  /** A model's mean on a task; NaN where it was not observed there. */
  static double accuracy(Case table, String task, int model) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < table.queries().size(); row++) {
      float score = table.outcomes().scores().get(row, model);
      if (table.queries().get(row).dataset().equals(task) && !Float.isNaN(score)) {
        sum += score;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
