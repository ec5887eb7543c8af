package org.routerlab.core.matrix;

import java.util.Random;

/** Matrices for tests, and the kernels written the plain way. */
final class Matrices {

  private Matrices() {}

  /** Normal values; equal seeds give equal matrices. */
  static FloatMatrix random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return FloatMatrix.wrap(rows, columns, values);
  }

  /** Values 0, 1 and 2, so that many products tie. */
  static FloatMatrix coarse(int rows, int columns, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3);
    }
    return FloatMatrix.wrap(rows, columns, values);
  }

  /** The bits of all dot products, one at a time in column order. */
  static int[] naiveProductBits(FloatMatrix left, FloatMatrix right) {
    int[] bits = new int[left.rows() * right.rows()];
    for (int row = 0; row < left.rows(); row++) {
      for (int other = 0; other < right.rows(); other++) {
        float sum = 0;
        for (int column = 0; column < left.columns(); column++) {
          sum = Math.fma(left.get(row, column), right.get(other, column), sum);
        }
        bits[row * right.rows() + other] = Float.floatToRawIntBits(sum);
      }
    }
    return bits;
  }

  /** The bits of all values, row after row. */
  static int[] bits(FloatMatrix matrix) {
    float[] values = matrix.toArray();
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  /** The rows found for every query, and the bits of their products: query, rank, (row, bits). */
  static int[] contents(TopK top, int queries) {
    int[] contents = new int[queries * top.size() * 2];
    int next = 0;
    for (int query = 0; query < queries; query++) {
      for (int rank = 0; rank < top.size(); rank++) {
        contents[next++] = top.row(query, rank);
        contents[next++] = Float.floatToRawIntBits(top.product(query, rank));
      }
    }
    return contents;
  }
}
