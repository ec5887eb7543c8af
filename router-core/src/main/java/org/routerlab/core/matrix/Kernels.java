package org.routerlab.core.matrix;

import static org.routerlab.core.matrix.PanelKernel.QUERIES;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * Dot products, products of matrices, and the largest products of a query.
 *
 * <p>Every dot product is {@code fma(a[n-1], b[n-1], … fma(a[0], b[0], 0))}: the same bits in every
 * operation of this class, with and without vector instructions, on any number of threads. A
 * product is NaN where an input is NaN or infinities cancel; which NaN is not defined.
 */
public final class Kernels {

  static final PanelKernel KERNEL = PanelKernel.fastest();

  // Queries a block: enough that panels are read from memory seldom, and few enough to stay in the
  // second-level cache.
  private static final int MAX_BLOCK = 32 * QUERIES;
  // Entries of all heaps of a block: 8 MiB.
  private static final int MAX_ENTRIES = 1 << 20;

  private Kernels() {}

  /**
   * Whether this JVM multiplies with vector instructions: it does when it was started with {@code
   * --add-modules jdk.incubator.vector}. Results are the same, times are not.
   */
  public static boolean isVectorised() {
    return !(KERNEL instanceof ScalarKernel);
  }

  /** The dot product of two vectors of one length. */
  public static float dot(float[] a, float[] b) {
    Require.equal("values in a", a.length, "values in b", b.length);
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /** All dot products: rows of {@code left} × rows of {@code right}. */
  public static FloatMatrix product(FloatMatrix left, PackedMatrix right) {
    Require.equal("columns on the left", left.columns(), "columns on the right", right.columns());
    float[] values = new float[Math.multiplyExact(left.rows(), right.rows())];
    forEachBlock(
        left.rows(),
        MAX_BLOCK,
        (first, count) -> new QueryBlock(left, first, count, right).product(values));
    return FloatMatrix.wrap(left.rows(), right.rows(), values);
  }

  /** The dot products of one vector with all rows of {@code right}, on the calling thread. */
  public static float[] product(float[] left, PackedMatrix right) {
    Require.equal("values on the left", left.length, "columns on the right", right.columns());
    float[] products = new float[Math.multiplyExact(right.panels(), right.kernel().width())];
    right.kernel().multiplyOne(left, right.allPanels(), products);
    return products.length == right.rows() ? products : Arrays.copyOf(products, right.rows());
  }

  /**
   * For each row of {@code queries}, the {@code k} rows of {@code index} with the largest dot
   * product; ties go to the lower row, and 0 and −0 are equal.
   *
   * @throws IllegalArgumentException where a product is NaN
   */
  public static TopK topK(FloatMatrix queries, PackedMatrix index, int k) {
    Require.positive("k", k);
    Require.equal(
        "columns of the queries", queries.columns(), "columns of the index", index.columns());
    int size = Math.min(k, index.rows());
    int[] rows = new int[Math.multiplyExact(queries.rows(), size)];
    float[] products = new float[rows.length];
    int[] undefinedRows = new int[queries.rows()];
    forEachBlock(
        queries.rows(),
        MAX_ENTRIES / Math.max(1, size),
        (first, count) -> {
          TopHeap[] heaps = new QueryBlock(queries, first, count, index).top(size);
          for (int i = 0; i < count; i++) {
            undefinedRows[first + i] = heaps[i].undefinedRow();
            heaps[i].drain(rows, products, (first + i) * size);
          }
        });
    requireDefined(undefinedRows);
    return new TopK(size, rows, products);
  }

  private static void requireDefined(int[] undefinedRows) {
    for (int query = 0; query < undefinedRows.length; query++) {
      if (undefinedRows[query] >= 0) {
        throw new IllegalArgumentException(
            "dot products must be numbers but that of query "
                + query
                + " and row "
                + undefinedRows[query]
                + " is NaN; look for NaN or infinite values in either");
      }
    }
  }

  /**
   * Runs {@code task} in parallel over blocks of rows, given as first row and number of rows. How
   * the rows are cut does not change a result.
   */
  private static void forEachBlock(int rows, int limit, BlockTask task) {
    int perThread = rows / (4 * (ForkJoinPool.getCommonPoolParallelism() + 1));
    int wanted = Math.min(Math.min(perThread, limit), MAX_BLOCK);
    int block = Math.max(1, (wanted + QUERIES - 1) / QUERIES) * QUERIES;
    IntStream.range(0, (rows + block - 1) / block)
        .parallel()
        .forEach(i -> task.accept(i * block, Math.min(block, rows - i * block)));
  }

  @FunctionalInterface
  private interface BlockTask {
    void accept(int first, int count);
  }
}
