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
  public void multiply(float[] tile, float[] panel, int from, int to, float[] products) {
    for (int query = 0; query < QUERIES; query += 2) {
      for (int row = 0; row < width; row += ROWS) {
        // Indices of the first of the two queries and of the first of the four rows.
        int a = from * QUERIES + query;
        int r = from * width + row;
        multiplyCorner(tile, a, panel, r, to - from, products, query * width + row);
      }
    }
  }

  // The eight sums must be local variables to stay in registers, which makes the method long.
  private void multiplyCorner(
      float[] tile, int query, float[] panel, int row, int columns, float[] sums, int target) {
    int next = target + width;
    float a0 = sums[target];
    float a1 = sums[target + 1];
    float a2 = sums[target + 2];
    float a3 = sums[target + 3];
    float b0 = sums[next];
    float b1 = sums[next + 1];
    float b2 = sums[next + 2];
    float b3 = sums[next + 3];
    for (int column = 0; column < columns; column++) {
      float a = tile[query + column * QUERIES];
      float b = tile[query + column * QUERIES + 1];
      float r0 = panel[row + column * width];
      float r1 = panel[row + column * width + 1];
      float r2 = panel[row + column * width + 2];
      float r3 = panel[row + column * width + 3];
      a0 = Math.fma(a, r0, a0);
      a1 = Math.fma(a, r1, a1);
      a2 = Math.fma(a, r2, a2);
      a3 = Math.fma(a, r3, a3);
      b0 = Math.fma(b, r0, b0);
      b1 = Math.fma(b, r1, b1);
      b2 = Math.fma(b, r2, b2);
      b3 = Math.fma(b, r3, b3);
    }
    store(sums, target, a0, a1, a2, a3);
    store(sums, next, b0, b1, b2, b3);
  }

  @Override
  public void multiplyOne(float[] query, float[][] panels, float[] products) {
    for (int panel = 0; panel < panels.length; panel++) {
      for (int row = 0; row < width; row += ROWS) {
        multiplyRows(query, panels[panel], row, products, panel * width + row);
      }
    }
  }

  private void multiplyRows(float[] query, float[] panel, int row, float[] sums, int target) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int column = 0; column < query.length; column++) {
      float value = query[column];
      int place = column * width + row;
      s0 = Math.fma(value, panel[place], s0);
      s1 = Math.fma(value, panel[place + 1], s1);
      s2 = Math.fma(value, panel[place + 2], s2);
      s3 = Math.fma(value, panel[place + 3], s3);
    }
    store(sums, target, s0, s1, s2, s3);
  }

  private static void store(float[] sums, int target, float s0, float s1, float s2, float s3) {
    sums[target] = s0;
    sums[target + 1] = s1;
    sums[target + 2] = s2;
    sums[target + 3] = s3;
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
