package org.routerlab.core.matrix;

/** The kernel in plain Java: 2 queries × 4 rows at a time, as many sums as registers allow. */
final class ScalarKernel implements PanelKernel {

  private static final int ROWS = 4;

  private final int width;

  /** A kernel for panels of {@code width} rows, a multiple of 4. */
  ScalarKernel(int width) {
    if (width <= 0 || width % ROWS != 0) {
      throw new IllegalArgumentException("width must be a multiple of 4 but is " + width);
    }
    this.width = width;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void multiply(float[] tile, float[] panel, int columns, float[] products) {
    for (int query = 0; query < QUERIES; query += 2) {
      for (int row = 0; row < width; row += ROWS) {
        multiplyCorner(tile, panel, columns, products, query, row);
      }
    }
  }

  private void multiplyCorner(
      float[] tile, float[] panel, int columns, float[] products, int query, int row) {
    float a0 = 0;
    float a1 = 0;
    float a2 = 0;
    float a3 = 0;
    float b0 = 0;
    float b1 = 0;
    float b2 = 0;
    float b3 = 0;
    for (int column = 0; column < columns; column++) {
      float a = tile[column * QUERIES + query];
      float b = tile[column * QUERIES + query + 1];
      int first = column * width + row;
      float r0 = panel[first];
      float r1 = panel[first + 1];
      float r2 = panel[first + 2];
      float r3 = panel[first + 3];
      a0 = Math.fma(a, r0, a0);
      a1 = Math.fma(a, r1, a1);
      a2 = Math.fma(a, r2, a2);
      a3 = Math.fma(a, r3, a3);
      b0 = Math.fma(b, r0, b0);
      b1 = Math.fma(b, r1, b1);
      b2 = Math.fma(b, r2, b2);
      b3 = Math.fma(b, r3, b3);
    }
    store(products, query * width + row, a0, a1, a2, a3);
    store(products, (query + 1) * width + row, b0, b1, b2, b3);
  }

  private static void store(float[] products, int first, float a, float b, float c, float d) {
    products[first] = a;
    products[first + 1] = b;
    products[first + 2] = c;
    products[first + 3] = d;
  }

  @Override
  public boolean anyAbove(float[] products, int query, float limit) {
    for (int i = query * width; i < (query + 1) * width; i++) {
      if (!(products[i] <= limit)) {
        return true;
      }
    }
    return false;
  }
}
