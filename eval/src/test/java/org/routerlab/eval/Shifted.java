package org.routerlab.eval;

import java.util.SplittableRandom;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;

/** A test set of two models, the second better by a fixed mean. */
final class Shifted {

  private Shifted() {}

  static TestSet by(double shift, int size) {
    SplittableRandom random = new Seed(4).stream("shifted");
    int[] cell = {0};
    OutcomeTable table =
        new OutcomeTable(
            ModelPool.of("a", "b"),
            Tables.matrix(
                size,
                2,
                () -> (float) (random.nextDouble() * .5 + (cell[0]++ % 2 == 1 ? shift : 0))));
    return TestSet.of(table, Tables.queries(size, "x"), table);
  }
}
