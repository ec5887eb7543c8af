package org.routerlab.core.matrix;

/**
 * The inner product of a tile of queries with a panel of packed rows: the one loop in which nearly
 * all time is spent.
 *
 * <p>Each product is a chain of fused multiply-additions in column order, so every implementation
 * gives the same bits. A tile holds {@link #QUERIES} queries column by column ({@code tile[column ×
 * QUERIES + query]}); a panel holds {@link #width()} rows column by column ({@code panel[column ×
 * width + row]}). Missing queries and rows are zeros.
 */
interface PanelKernel {

  /**
   * Queries in a tile. Six queries × two vectors of rows need 12 running sums; with the two vectors
   * and one broadcast value they just fit the 16 registers of AVX2, and 12 independent chains keep
   * two multiply-add units of latency 4 busy. The same tile serves AVX-512 and NEON.
   */
  int QUERIES = 6;

  /** Rows in a panel. */
  int width();

  /**
   * Continues the sums {@code products[query × width + row]} over the columns {@code from} to
   * {@code to - 1}. The first call finds zeros there.
   *
   * @param tile columns × QUERIES
   * @param panel columns × width
   * @param products QUERIES × width
   */
  void multiply(float[] tile, float[] panel, int from, int to, float[] products);

  /**
   * The products of a query that comes alone, {@code products[panel × width + row]}: the same bits
   * as in a tile, in less time than a tile that is mostly empty.
   *
   * @param query as many values as the panels have columns
   * @param panels each columns × width
   * @param products at least panels × width
   */
  void multiplyOne(float[] query, float[][] panels, float[] products);

  /** Whether any product of {@code query} is not {@code <= limit}: greater, or one of them NaN. */
  boolean anyAbove(float[] products, int query, float limit);

  /** The kernel on the JDK's Vector API where this JVM has that module, else the scalar one. */
  static PanelKernel fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new ScalarKernel(16);
    }
    try {
      // By name only: loading the class without the module would fail.
      return (PanelKernel)
          Class.forName("org.routerlab.core.matrix.VectorKernel")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the vector kernel must load but does not", e);
    }
  }
}
