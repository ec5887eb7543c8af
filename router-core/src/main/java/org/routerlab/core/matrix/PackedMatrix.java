package org.routerlab.core.matrix;

/**
 * The rows of a matrix, laid out once for repeated products with other matrices.
 *
 * <p>Build one for a set of rows that many queries are compared with: an index of neighbours,
 * centroids, utterances. Immutable and safe to share between threads.
 */
public final class PackedMatrix {

  // A panel interleaves a few rows column by column, so that one vector load takes a value of each.
  private final float[][] panels;
  private final int rows;
  private final int columns;
  private final PanelKernel kernel;

  private PackedMatrix(float[][] panels, int rows, int columns, PanelKernel kernel) {
    this.panels = panels;
    this.rows = rows;
    this.columns = columns;
    this.kernel = kernel;
  }

  /** Packs a copy of the rows of {@code matrix}. */
  public static PackedMatrix of(FloatMatrix matrix) {
    return of(matrix, Kernels.KERNEL);
  }

  /** The same, laid out for a given kernel. */
  static PackedMatrix of(FloatMatrix matrix, PanelKernel kernel) {
    int width = kernel.width();
    float[][] panels = new float[Math.floorDiv(matrix.rows() + width - 1, width)][];
    for (int panel = 0; panel < panels.length; panel++) {
      panels[panel] = interleave(matrix, panel * width, matrix.rows(), width);
    }
    return new PackedMatrix(panels, matrix.rows(), matrix.columns(), kernel);
  }

  /**
   * Rows {@code first}, {@code first + 1}, … column by column: {@code count} rows, of which those
   * at {@code end} and beyond are zeros.
   */
  static float[] interleave(FloatMatrix matrix, int first, int end, int count) {
    int columns = matrix.columns();
    float[] packed = new float[Math.multiplyExact(columns, count)];
    float[] values = new float[columns];
    for (int i = 0; i < Math.min(count, end - first); i++) {
      matrix.copyRow(first + i, values, 0);
      for (int column = 0; column < columns; column++) {
        packed[column * count + i] = values[column];
      }
    }
    return packed;
  }

  /** The number of packed rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  int panels() {
    return panels.length;
  }

  /** The first row of a panel. */
  int firstRow(int panel) {
    return panel * kernel.width();
  }

  /** The number of rows in a panel that are not padding. */
  int rowsIn(int panel) {
    return Math.min(kernel.width(), rows - firstRow(panel));
  }

  PanelKernel kernel() {
    return kernel;
  }

  /** All panels, in order; not to be changed. */
  float[][] allPanels() {
    return panels;
  }

  /** The rows of a panel, column by column. */
  float[] panel(int panel) {
    return panels[panel];
  }
}
