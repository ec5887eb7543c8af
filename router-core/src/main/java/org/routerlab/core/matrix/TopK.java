package org.routerlab.core.matrix;

import java.util.Objects;
import org.routerlab.core.Require;

/**
 * The rows with the largest dot products, for each of several queries: highest first, equal ones by
 * lower row.
 */
public final class TopK {

  private final int size;
  private final int stride;
  private final int[] rows;
  private final float[] products;

  TopK(int size, int[] rows, float[] products) {
    this(size, size, rows, products);
  }

  private TopK(int size, int stride, int[] rows, float[] products) {
    this.size = size;
    this.stride = stride;
    this.rows = rows;
    this.products = products;
  }

  /** The first {@code k} places of every query, or all where there are fewer; shares memory. */
  public TopK first(int k) {
    Require.positive("k", k);
    return k >= size ? this : new TopK(k, stride, rows, products);
  }

  /**
   * For queries that are the rows searched among: the same without each query's own row. One place
   * fewer; where a query's own row is not found among equal ones, its last place goes.
   */
  public TopK withoutSelf() {
    int queries = stride == 0 ? 0 : rows.length / stride;
    int fewer = Math.max(0, size - 1);
    int[] others = new int[queries * fewer];
    float[] theirs = new float[others.length];
    for (int query = 0; query < queries; query++) {
      int place = query * fewer;
      for (int rank = 0; rank < size && place < (query + 1) * fewer; rank++) {
        if (row(query, rank) != query) {
          others[place] = row(query, rank);
          theirs[place++] = product(query, rank);
        }
      }
    }
    return new TopK(fewer, others, theirs);
  }

  /** The number of rows found for each query: k, or all rows where there are fewer. */
  public int size() {
    return size;
  }

  /** The row on place {@code rank} for {@code query}, 0 being the nearest. */
  public int row(int query, int rank) {
    return rows[query * stride + Objects.checkIndex(rank, size)];
  }

  /** The dot product on place {@code rank} for {@code query}. */
  public float product(int query, int rank) {
    return products[query * stride + Objects.checkIndex(rank, size)];
  }
}
