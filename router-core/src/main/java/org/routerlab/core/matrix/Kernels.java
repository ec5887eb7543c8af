package org.routerlab.core.matrix;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.Require;

/**
 * Dot products, products of matrices, and the largest products of a query.
 *
 * <p>Every dot product is {@code fma(a[n-1], b[n-1], … fma(a[0], b[0], 0))}: the same bits in every
 * operation of this class.
 */
public final class Kernels {

  private Kernels() {}

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
    IntStream.range(0, left.rows())
        .parallel()
        .forEach(
            row -> {
              float[] a = left.row(row);
              for (int other = 0; other < right.rows(); other++) {
                values[row * right.rows() + other] = dot(a, right.matrix().row(other));
              }
            });
    return FloatMatrix.wrap(left.rows(), right.rows(), values);
  }

  /**
   * For each row of {@code queries}, the {@code k} rows of {@code index} with the largest dot
   * product; ties go to the lower row.
   */
  public static TopK topK(FloatMatrix queries, PackedMatrix index, int k) {
    Require.positive("k", k);
    FloatMatrix all = product(queries, index);
    int size = Math.min(k, index.rows());
    int[] rows = new int[queries.rows() * size];
    float[] products = new float[rows.length];
    for (int query = 0; query < queries.rows(); query++) {
      float[] values = all.row(query);
      int[] order =
          IntStream.range(0, values.length)
              .boxed()
              .sorted(Comparator.<Integer>comparingDouble(i -> -values[i]).thenComparingInt(i -> i))
              .limit(size)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int rank = 0; rank < size; rank++) {
        rows[query * size + rank] = order[rank];
        products[query * size + rank] = values[order[rank]];
      }
    }
    return new TopK(size, rows, products);
  }
}
