package org.routerlab.core.matrix;

import java.util.Objects;

/**
 * The rows with the largest dot products, for each of several queries: highest first, equal ones by
 * lower row.
 */
public final class TopK {

  private final int size;
  private final int[] rows;
  private final float[] products;

  TopK(int size, int[] rows, float[] products) {
    this.size = size;
    this.rows = rows;
    this.products = products;
  }

  /** The number of rows found for each query: k, or all rows where there are fewer. */
  public int size() {
    return size;
  }

  /** The row on place {@code rank} for {@code query}, 0 being the nearest. */
  public int row(int query, int rank) {
    return rows[query * size + Objects.checkIndex(rank, size)];
  }

  /** The dot product on place {@code rank} for {@code query}. */
  public float product(int query, int rank) {
    return products[query * size + Objects.checkIndex(rank, size)];
  }
}
