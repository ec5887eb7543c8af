package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelsTest {

  private static final int[] SIZES = {1, 7, 31, 33};

  /** The kernel of this JVM, and scalar ones of several panel widths. */
  private static final PanelKernel[] ALL = {
    Kernels.KERNEL, new ScalarKernel(4), new ScalarKernel(16), new ScalarKernel(36)
  };

  @Test
  void theTestsRunWithVectorInstructions() {
    assertThat(Kernels.isVectorised())
        .as("surefire starts the JVM with --add-modules jdk.incubator.vector")
        .isTrue();
  }

  @Test
  void everyKernelGivesTheBitsOfThePlainLoops() {
    for (int queries : SIZES) {
      for (int rows : SIZES) {
        for (int columns : SIZES) {
          assertSameBits(queries, rows, columns);
        }
      }
    }
    assertSameBits(7, 1021, 33);
    assertSameBits(1021, 31, 7);
    assertSameBits(31, 33, 1021);
  }

  private static void assertSameBits(int queries, int rows, int columns) {
    FloatMatrix left = Matrices.random(queries, columns, 1);
    FloatMatrix right = Matrices.random(rows, columns, 2);
    int[] expected = Matrices.naiveProductBits(left, right);
    for (PanelKernel kernel : ALL) {
      FloatMatrix product = Kernels.product(left, PackedMatrix.of(right, kernel));
      assertThat(product.rows()).isEqualTo(queries);
      assertThat(product.columns()).isEqualTo(rows);
      assertThat(Matrices.bits(product))
          .as("%d × %d × %d, panels of %d", queries, rows, columns, kernel.width())
          .isEqualTo(expected);
      assertAloneIsTheSame(left, PackedMatrix.of(right, kernel), product);
    }
  }

  private static void assertAloneIsTheSame(
      FloatMatrix left, PackedMatrix right, FloatMatrix product) {
    for (int row = 0; row < left.rows(); row++) {
      FloatMatrix alone = FloatMatrix.of(Kernels.product(left.row(row), right));
      assertThat(Matrices.bits(alone))
          .isEqualTo(Matrices.bits(product.selectRows(new int[] {row})));
    }
  }

  @Test
  void aVectorOfAnotherLengthIsRejected() {
    PackedMatrix right = PackedMatrix.of(Matrices.random(3, 4, 1));
    assertThatThrownBy(() -> Kernels.product(new float[3], right))
        .hasMessageContaining("values on the left must equal columns on the right");
  }

  @Test
  void theDotProductOfTwoVectorsHasTheSameBits() {
    FloatMatrix left = Matrices.random(5, 1021, 3);
    FloatMatrix right = Matrices.random(9, 1021, 4);
    FloatMatrix product = Kernels.product(left, PackedMatrix.of(right));
    for (int row = 0; row < 5; row++) {
      for (int other = 0; other < 9; other++) {
        assertThat(Kernels.dot(left.row(row), right.row(other))).isEqualTo(product.get(row, other));
      }
    }
  }

  @Test
  void topKEqualsTheSortOfAllProducts() {
    for (int rows : new int[] {1, 7, 31, 33, 1021}) {
      for (int k : new int[] {1, 7, 40, 1021, 5000}) {
        assertTopKIsSorted(Matrices.random(13, 33, 5), Matrices.random(rows, 33, 6), k);
      }
    }
  }

  @Test
  void tiesGoToTheLowerRow() {
    for (int k : new int[] {1, 2, 5, 40, 399, 400}) {
      assertTopKIsSorted(Matrices.coarse(13, 3, 7), Matrices.coarse(400, 3, 8), k);
    }
    FloatMatrix equal = FloatMatrix.wrap(50, 1, new float[50]);
    TopK top = Kernels.topK(FloatMatrix.of(new float[] {1}), PackedMatrix.of(equal), 20);
    for (int rank = 0; rank < 20; rank++) {
      assertThat(top.row(0, rank)).isEqualTo(rank);
    }
  }

  private static void assertTopKIsSorted(FloatMatrix queries, FloatMatrix rows, int k) {
    int size = Math.min(k, rows.rows());
    int[] expected = sortedContents(queries, rows, size);
    for (PanelKernel kernel : ALL) {
      TopK top = Kernels.topK(queries, PackedMatrix.of(rows, kernel), k);
      assertThat(top.size()).isEqualTo(size);
      assertThat(Matrices.contents(top, queries.rows()))
          .as("k = %d of %d, panels of %d", k, rows.rows(), kernel.width())
          .isEqualTo(expected);
    }
  }

  /** What {@link Matrices#contents} should give, by sorting all products of each query. */
  private static int[] sortedContents(FloatMatrix queries, FloatMatrix rows, int size) {
    FloatMatrix products = Kernels.product(queries, PackedMatrix.of(rows));
    return IntStream.range(0, queries.rows())
        .flatMap(
            query ->
                IntStream.range(0, rows.rows())
                    .boxed()
                    .sorted(Comparator.comparing((Integer row) -> -products.get(query, row)))
                    .limit(size)
                    .flatMapToInt(
                        row ->
                            IntStream.of(row, Float.floatToRawIntBits(products.get(query, row)))))
        .toArray();
  }

  @Test
  void negativeZeroTiesWithZero() {
    // The product of the first row underflows to −0, that of the second is 0.
    FloatMatrix rows = FloatMatrix.of(new float[] {-Float.MIN_VALUE}, new float[] {0});
    FloatMatrix query = FloatMatrix.of(new float[] {0.25f});
    assertThat(Kernels.product(query, PackedMatrix.of(rows)).get(0, 0)).isEqualTo(-0f);
    for (int k = 1; k <= 2; k++) {
      TopK top = Kernels.topK(query, PackedMatrix.of(rows), k);
      assertThat(top.row(0, 0)).isZero();
      assertThat(top.product(0, 0)).isEqualTo(0f);
    }
  }

  @Test
  void aRankBeyondTheRowsFoundIsRejected() {
    FloatMatrix matrix = Matrices.random(4, 3, 1);
    TopK top = Kernels.topK(matrix, PackedMatrix.of(matrix), 2);
    assertThatThrownBy(() -> top.row(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> top.product(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void infiniteProductsTakeTheirPlace() {
    float infinity = Float.POSITIVE_INFINITY;
    FloatMatrix rows =
        FloatMatrix.of(new float[] {-infinity}, new float[] {3}, new float[] {infinity});
    TopK top = Kernels.topK(FloatMatrix.of(new float[] {1}), PackedMatrix.of(rows), 3);
    assertThat(new int[] {top.row(0, 0), top.row(0, 1), top.row(0, 2)}).containsExactly(2, 1, 0);
    assertThat(top.product(0, 2)).isEqualTo(-infinity);
  }

  @Test
  void aProductThatIsNaNIsNamed() {
    FloatMatrix queries = Matrices.random(50, 3, 9);
    float[] values = Matrices.random(70, 3, 10).toArray();
    values[41 * 3 + 1] = Float.NaN;
    PackedMatrix index = PackedMatrix.of(FloatMatrix.wrap(70, 3, values));
    for (int k : new int[] {1, 70}) {
      assertThatThrownBy(() -> Kernels.topK(queries, index, k))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("query 0 and row 41");
    }
    float[] broken = queries.toArray();
    broken[31 * 3] = Float.NaN;
    PackedMatrix sound = PackedMatrix.of(Matrices.random(70, 3, 10));
    assertThatThrownBy(() -> Kernels.topK(FloatMatrix.wrap(50, 3, broken), sound, 2))
        .hasMessageContaining("query 31 and row 0");
  }

  @Test
  void emptyMatricesGiveEmptyResults() {
    FloatMatrix some = Matrices.random(5, 4, 11);
    FloatMatrix none = FloatMatrix.empty(4);
    assertThat(Kernels.product(none, PackedMatrix.of(some)).rows()).isZero();
    assertThat(Kernels.product(some, PackedMatrix.of(none)).columns()).isZero();
    assertThat(Kernels.topK(some, PackedMatrix.of(none), 3).size()).isZero();
    assertThat(Kernels.topK(none, PackedMatrix.of(some), 3).size()).isEqualTo(3);
  }

  @Test
  void vectorsOfNoValuesHaveProductZero() {
    FloatMatrix left = FloatMatrix.wrap(3, 0, new float[0]);
    PackedMatrix right = PackedMatrix.of(FloatMatrix.wrap(40, 0, new float[0]));
    assertThat(Kernels.product(left, right).toArray()).isEqualTo(new float[120]);
    assertThat(Kernels.topK(left, right, 2).row(2, 1)).isEqualTo(1);
  }

  @Test
  void aViewGivesTheBitsOfItsCopy() {
    FloatMatrix view =
        Matrices.random(60, 31, 12).selectRows(new int[] {5, 5, 59, 0, 17, 8, 9, 10, 5});
    FloatMatrix copy = FloatMatrix.wrap(9, 31, view.toArray());
    assertThat(Matrices.bits(Kernels.product(view, PackedMatrix.of(view))))
        .isEqualTo(Matrices.naiveProductBits(copy, copy));
  }

  @Test
  void anAnswerDoesNotDependOnTheRestOfTheBatch() {
    FloatMatrix queries = Matrices.random(203, 31, 13);
    PackedMatrix index = PackedMatrix.of(Matrices.random(333, 31, 14));
    TopK batch = Kernels.topK(queries, index, 10);
    for (int query = 0; query < queries.rows(); query++) {
      TopK alone = Kernels.topK(queries.selectRows(new int[] {query}), index, 10);
      for (int rank = 0; rank < 10; rank++) {
        assertThat(batch.row(query, rank)).isEqualTo(alone.row(0, rank));
        assertThat(batch.product(query, rank)).isEqualTo(alone.product(0, rank));
      }
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    FloatMatrix queries = Matrices.coarse(203, 5, 15);
    PackedMatrix index = PackedMatrix.of(Matrices.coarse(333, 5, 16));
    int[] expected = Matrices.contents(Kernels.topK(queries, index, 10), 203);
    for (int threads : new int[] {1, 2, 7}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        TopK top = pool.submit(() -> Kernels.topK(queries, index, 10)).get();
        assertThat(Matrices.contents(top, 203)).isEqualTo(expected);
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void mismatchedSizesAreRejected() {
    FloatMatrix left = Matrices.random(2, 3, 17);
    PackedMatrix right = PackedMatrix.of(Matrices.random(2, 4, 18));
    assertThatThrownBy(() -> Kernels.product(left, right)).hasMessageContaining("3 and 4");
    assertThatThrownBy(() -> Kernels.topK(left, right, 1)).hasMessageContaining("3 and 4");
    assertThatThrownBy(() -> Kernels.dot(new float[2], new float[3]))
        .hasMessageContaining("2 and 3");
    assertThatThrownBy(() -> Kernels.topK(left, PackedMatrix.of(left), 0))
        .hasMessageContaining("k must be > 0");
  }
}
