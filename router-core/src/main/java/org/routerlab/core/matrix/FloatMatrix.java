package org.routerlab.core.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.routerlab.core.Require;

/**
 * A row-major matrix of 32-bit floats: immutable and safe to share between threads.
 *
 * <p>It holds embeddings (queries × dimensions), scores, costs and predictions (queries × models).
 */
public sealed interface FloatMatrix permits HeapMatrix, MappedMatrix, RowView {

  /** The number of rows. */
  int rows();

  /** The number of columns. */
  int columns();

  /** One value. */
  float get(int row, int column);

  /** Copies a row into {@code destination}, starting at {@code offset}. */
  void copyRow(int row, float[] destination, int offset);

  /** The given rows, in that order, as a view; a row may occur more than once. */
  default FloatMatrix selectRows(int[] rows) {
    return new RowView(this, rows);
  }

  /** One row as a new array. */
  default float[] row(int row) {
    float[] copy = new float[columns()];
    copyRow(row, copy, 0);
    return copy;
  }

  /** All values, row after row, as a new array. */
  default float[] toArray() {
    float[] copy = new float[Math.multiplyExact(rows(), columns())];
    for (int row = 0; row < rows(); row++) {
      copyRow(row, copy, row * columns());
    }
    return copy;
  }

  /**
   * A matrix over {@code values}, row after row. The array is not copied: the caller gives it up.
   *
   * @throws IllegalArgumentException where the array has another length than rows × columns
   */
  static FloatMatrix wrap(int rows, int columns, float[] values) {
    return new HeapMatrix(rows, columns, values);
  }

  /** A matrix of the given rows, copied; all of one length. */
  static FloatMatrix of(float[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[rows.length * columns];
    for (int row = 0; row < rows.length; row++) {
      Require.equal("values in row " + row, rows[row].length, "columns", columns);
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return new HeapMatrix(rows.length, columns, values);
  }

  /** A matrix of no rows. */
  static FloatMatrix empty(int columns) {
    return new HeapMatrix(0, columns, new float[0]);
  }

  /**
   * A memory-mapped matrix over a file of little-endian floats, row after row.
   *
   * @throws IOException where the file cannot be read or is shorter than rows × columns × 4 bytes
   */
  static FloatMatrix map(Path file, int rows, int columns) throws IOException {
    return MappedMatrix.open(file, rows, columns);
  }

  /** The rows of several matrices under one another, copied; all with the same columns. */
  static FloatMatrix concatenate(List<FloatMatrix> parts) {
    int columns = parts.get(0).columns();
    int rows = parts.stream().mapToInt(FloatMatrix::rows).sum();
    float[] values = new float[Math.multiplyExact(rows, columns)];
    int next = 0;
    for (FloatMatrix part : parts) {
      Require.equal("columns", part.columns(), "columns of the first part", columns);
      for (int row = 0; row < part.rows(); row++) {
        part.copyRow(row, values, next++ * columns);
      }
    }
    return new HeapMatrix(rows, columns, values);
  }
}
