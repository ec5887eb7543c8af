package org.routerlab.eval.select;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/** Random scores and costs for tests: multiples of 1/64, so that sums are exact and ties occur. */
record Batch(FloatMatrix scores, FloatMatrix costs, OutcomeTable outcomes, ModelRanking ties) {

  static Batch of(int number, int rows, int models, int steps) {
    SplittableRandom random = new Seed(number).stream("batch");
    ModelPool pool = new ModelPool(IntStream.range(0, models).mapToObj(m -> "m" + m).toList());
    OutcomeTable outcomes =
        new OutcomeTable(
            pool, matrix(rows, models, random, 1, 1), matrix(rows, models, random, 8, 8));
    return new Batch(
        matrix(rows, models, random, steps, 64),
        matrix(rows, models, random, steps, 64),
        outcomes,
        ModelRanking.of(outcomes));
  }

  private static FloatMatrix matrix(
      int rows, int models, SplittableRandom random, int steps, float unit) {
    float[] all = new float[rows * models];
    for (int i = 0; i < all.length; i++) {
      all[i] = random.nextInt(steps + 1) / unit;
    }
    return FloatMatrix.wrap(rows, models, all);
  }

  ExpectedCosts expected() {
    return ExpectedCosts.perQuery(costs);
  }
}
