package org.routerlab.learned.djl;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The models of a pool in the order of their names.
 *
 * <p>Every training works in this order, so that the order of a pool's columns cannot change what
 * is learned.
 */
final class ColumnOrder {

  private final ModelPool pool;
  private final int[] byName;

  private ColumnOrder(ModelPool pool, int[] byName) {
    this.pool = pool;
    this.byName = byName;
  }

  static ColumnOrder of(ModelPool pool) {
    int[] byName =
        IntStream.range(0, pool.size())
            .boxed()
            .sorted(Comparator.comparing(pool::name))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ColumnOrder(pool, byName);
  }

  /** A table with the columns in the order of the names. */
  OutcomeTable sort(OutcomeTable table) {
    ModelPool sorted = new ModelPool(IntStream.of(byName).mapToObj(pool::name).toList());
    FloatMatrix scores = pick(table.scores(), byName);
    return table.hasCosts()
        ? new OutcomeTable(sorted, scores, pick(table.costs(), byName))
        : new OutcomeTable(sorted, scores);
  }

  /** A matrix with the columns back in the order of the pool. */
  FloatMatrix restore(FloatMatrix matrix) {
    int[] places = new int[byName.length];
    for (int place = 0; place < places.length; place++) {
      places[byName[place]] = place;
    }
    return pick(matrix, places);
  }

  private static FloatMatrix pick(FloatMatrix matrix, int[] columns) {
    float[] values = new float[matrix.rows() * columns.length];
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      for (int j = 0; j < columns.length; j++) {
        values[i * columns.length + j] = row[columns[j]];
      }
    }
    return FloatMatrix.wrap(matrix.rows(), columns.length, values);
  }
}
