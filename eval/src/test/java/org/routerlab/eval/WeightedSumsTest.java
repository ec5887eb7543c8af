package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class WeightedSumsTest {

  @Test
  void sumsEqualPlainLoopsForDenseAndSparseColumns() {
    SplittableRandom random = new Seed(1).stream("columns");
    for (int round = 0; round < 60; round++) {
      int size = random.nextInt(200);
      List<double[]> values = new ArrayList<>();
      for (int column = 0; column < 1 + random.nextInt(30); column++) {
        double filled = column % 2 == 0 ? 1 : .05;
        values.add(
            random.doubles(size).map(value -> random.nextDouble() < filled ? value : 0).toArray());
      }
      int[][] weights = new int[3][size];
      for (int[] weighting : weights) {
        Arrays.setAll(weighting, row -> Math.max(0, random.nextInt(5) - 2));
      }
      assertSums(size, values, weights);
    }
  }

  @Test
  void theSumOfEqualValuesIsTheirCountTimesTheValue() {
    double[] everywhere = new double[165];
    Arrays.fill(everywhere, 0.2);
    double[] somewhere = new double[165];
    Arrays.fill(somewhere, 10, 20, -0.3);
    int[] weights = new int[165];
    Arrays.setAll(weights, row -> row % 4);
    int all = Arrays.stream(weights).sum();
    int some = Arrays.stream(weights, 10, 20).sum();
    WeightedSums layout =
        new WeightedSums(165, List.of(Column.of(everywhere), Column.of(somewhere)));
    double[] sums = layout.sum(new int[][] {weights})[0];
    assertThat(sums[layout.slot(0)]).isEqualTo(all * 0.2);
    assertThat(sums[layout.slot(1)]).isEqualTo(some * -0.3);
  }

  private static void assertSums(int size, List<double[]> values, int[][] weights) {
    WeightedSums layout = new WeightedSums(size, values.stream().map(Column::of).toList());
    double[][] sums = layout.sum(weights);
    for (int i = 0; i < weights.length; i++) {
      for (int column = 0; column < values.size(); column++) {
        double expected = 0;
        for (int row = 0; row < size; row++) {
          expected += weights[i][row] * values.get(column)[row];
        }
        // The same terms in the same order: the same bits.
        assertThat(sums[i][layout.slot(column)]).isEqualTo(expected);
      }
    }
  }

  @Test
  void columnsKeepTheirValuesHoweverTheyAreStored() {
    double[] sparse = new double[50];
    sparse[7] = 2;
    double[] dense = {1, 0, 3};
    assertThat(Column.of(sparse).isDense()).isFalse();
    assertThat(Column.of(sparse).toArray()).containsExactly(sparse);
    assertThat(Column.of(50, new int[] {7}, new double[] {2})).isEqualTo(Column.of(sparse));
    assertThat(Column.of(dense).isDense()).isTrue();
    assertThat(Column.of(dense).toArray()).containsExactly(dense);
    assertThat(Column.mean(List.of(Column.of(dense), Column.constant(3, 1))).toArray())
        .containsExactly(new double[] {1, .5, 2}, within(0.0));
  }

  @Test
  void equalColumnsAreNumberedOnce() {
    ColumnIndex index = new ColumnIndex();
    assertThat(index.numberOf(Column.constant(4, 1))).isZero();
    assertThat(index.numberOf(Column.constant(4, 2))).isEqualTo(1);
    assertThat(index.numberOf(Column.constant(4, 1))).isZero();
    assertThat(index.columns()).hasSize(2);
  }
}
