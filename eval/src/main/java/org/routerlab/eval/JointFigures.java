package org.routerlab.eval;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Figures that are made together of the same sums, such as distances from one common front, on the
 * queries as they are and on every resample.
 */
final class JointFigures {

  private JointFigures() {}

  /**
   * Resamples figures; the resamples are those that every statistic of the bootstrap sees.
   *
   * @param columns in the order in which {@code figures} reads their sums
   * @param count how many figures there are
   * @param figures from sums to figures
   */
  static Resampled of(
      TestSet test,
      List<Column> columns,
      int count,
      UnaryOperator<double[]> figures,
      Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    int[] numbers = columns.stream().mapToInt(index::numberOf).toArray();
    WeightedSums layout = new WeightedSums(test.size(), index.columns());
    UnaryOperator<double[]> inOrder =
        sums ->
            figures.apply(IntStream.of(numbers).mapToDouble(c -> sums[layout.slot(c)]).toArray());
    ResampleDraw draw = ResampleDraw.of(test, bootstrap.seed(), bootstrap.resampling());
    return Resampled.of(
        layout, draw, bootstrap.resamples(), count, (sums, counts) -> inOrder.apply(sums));
  }
}
