package org.routerlab.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.matrix.FloatMatrix;

/** The least, the highest and the number of known values of every model's column. */
final class ColumnRanges {

  private final ModelPool pool;
  private final float[] lowest;
  private final float[] highest;
  private final int[] known;

  ColumnRanges(ModelPool pool, FloatMatrix values) {
    this.pool = pool;
    this.lowest = new float[pool.size()];
    this.highest = new float[pool.size()];
    this.known = new int[pool.size()];
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int row = 0; row < values.rows(); row++) {
      for (int model = 0; model < known.length; model++) {
        add(model, values.get(row, model));
      }
    }
  }

  private void add(int model, float value) {
    if (!Float.isNaN(value)) {
      lowest[model] = Math.min(lowest[model], value);
      highest[model] = Math.max(highest[model], value);
      known[model]++;
    }
  }

  float lowest(int model) {
    return lowest[model];
  }

  float highest(int model) {
    return highest[model];
  }

  int known(int model) {
    return known[model];
  }

  /** Whether there are several values, all the same. */
  boolean isConstant(int model) {
    return known[model] > 1 && lowest[model] == highest[model];
  }

  /** The number of values that are NaN. */
  long missing(int rows) {
    return (long) rows * known.length - IntStream.of(known).asLongStream().sum();
  }

  /** How many models are meant, and the first few of them; empty where none is. */
  Optional<String> named(IntPredicate isMeant) {
    List<Integer> models = IntStream.range(0, pool.size()).filter(isMeant).boxed().toList();
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Audit.share(models.size(), pool.size(), "models: ") + Audit.names(pool, models));
  }
}
