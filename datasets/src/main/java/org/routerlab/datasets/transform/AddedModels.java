package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

/** Puts made-up models at the end of a pool. */
final class AddedModels {

  private AddedModels() {}

  /**
   * The benchmark with more models, which cost what the model in the middle costs.
   *
   * @param judged the rows whose mean costs tell which model that is
   */
  static Benchmark to(
      Benchmark benchmark, List<PseudoSpecialist> specialists, List<float[]> scores, int[] judged) {
    OutcomeTable before = benchmark.outcomes();
    List<String> names = new ArrayList<>(before.pool().names());
    specialists.forEach(specialist -> names.add(specialist.name()));
    List<float[]> costs = new ArrayList<>();
    if (before.hasCosts()) {
      float[] middle = column(before.costs(), middle(before.selectRows(judged).meanCosts()));
      specialists.forEach(specialist -> costs.add(middle));
    }
    return Tables.with(
        benchmark,
        benchmark.queries(),
        Tables.mapped(
            new ModelPool(names), before, old -> beside(old, scores), old -> beside(old, costs)));
  }

  /** The model in the middle by mean cost; of two, the cheaper. Unknown costs come last. */
  private static int middle(double[] meanCosts) {
    List<Integer> order =
        IntStream.range(0, meanCosts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(model -> meanCosts[model]))
            .toList();
    int known = (int) order.stream().filter(model -> !Double.isNaN(meanCosts[model])).count();
    return order.get(Math.max(0, (known - 1) / 2));
  }

  private static float[] column(FloatMatrix matrix, int column) {
    float[] values = new float[matrix.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix.get(row, column);
    }
    return values;
  }

  private static FloatMatrix beside(FloatMatrix matrix, List<float[]> columns) {
    int width = matrix.columns() + columns.size();
    float[] values = new float[Math.multiplyExact(matrix.rows(), width)];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, values, row * width);
      for (int column = 0; column < columns.size(); column++) {
        values[row * width + matrix.columns() + column] = columns.get(column)[row];
      }
    }
    return FloatMatrix.wrap(matrix.rows(), width, values);
  }
}
