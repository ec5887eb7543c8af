package org.routerlab.core.matrix;

/**
 * The rows of a matrix, laid out once for repeated products with other matrices.
 *
 * <p>Build one for a set of rows that many queries are compared with: an index of neighbours,
 * centroids, utterances.
 */
public final class PackedMatrix {

  private final FloatMatrix rows;

  private PackedMatrix(FloatMatrix rows) {
    this.rows = rows;
  }

  /** Packs a copy of the rows of {@code matrix}. */
  public static PackedMatrix of(FloatMatrix matrix) {
    return new PackedMatrix(FloatMatrix.wrap(matrix.rows(), matrix.columns(), matrix.toArray()));
  }

  /** The number of packed rows. */
  public int rows() {
    return rows.rows();
  }

  /** The number of columns. */
  public int columns() {
    return rows.columns();
  }

  FloatMatrix matrix() {
    return rows;
  }
}
