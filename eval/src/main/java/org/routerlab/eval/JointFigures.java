package org.routerlab.eval;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Figures that are made together of the same sums, such as distances from one common front, on the
 * queries as they are and on every resample.
 */
final class JointFigures {

  private static final int TOGETHER = 32;

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
    int[][] once = {IntStream.range(0, test.size()).map(row -> 1).toArray()};
    double[] values = inOrder.apply(layout.sum(once)[0]);
    double[][] resampled = new double[count][bootstrap.resamples()];
    ResampleDraw draw = ResampleDraw.of(test, bootstrap.seed(), bootstrap.resampling());
    IntStream.range(0, (bootstrap.resamples() + TOGETHER - 1) / TOGETHER)
        .parallel()
        .forEach(
            block -> {
              int first = block * TOGETHER;
              int[][] counts =
                  new int[Math.min(TOGETHER, bootstrap.resamples() - first)][test.size()];
              for (int i = 0; i < counts.length; i++) {
                draw.draw(first + i, counts[i]);
              }
              double[][] sums = layout.sum(counts);
              for (int i = 0; i < counts.length; i++) {
                double[] made = inOrder.apply(sums[i]);
                for (int figure = 0; figure < count; figure++) {
                  resampled[figure][first + i] = made[figure];
                }
              }
            });
    return new Resampled(values, resampled);
  }
}
