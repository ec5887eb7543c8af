package org.routerlab.core.matrix;

import static org.routerlab.core.matrix.PanelKernel.QUERIES;

import java.util.Arrays;

/**
 * Consecutive queries that one thread multiplies with every panel of an index.
 *
 * <p>A panel stays in the first-level cache while the tiles of the block pass over it.
 */
final class QueryBlock {

  // Longer vectors are multiplied in pieces: a piece of a panel and of a tile together fit a
  // first-level cache of 32 KiB.
  private static final int MAX_COLUMNS = 256;

  private final int first;
  private final int count;
  private final float[][] tiles;
  private final PackedMatrix index;
  // Of the current panel: for each tile, its queries × the rows of the panel.
  private final float[][] products;

  /** The queries {@code first} to {@code first + count - 1}. */
  QueryBlock(FloatMatrix queries, int first, int count, PackedMatrix index) {
    this.first = first;
    this.count = count;
    this.index = index;
    this.tiles = new float[(count + QUERIES - 1) / QUERIES][];
    this.products = new float[tiles.length][QUERIES * index.kernel().width()];
    for (int tile = 0; tile < tiles.length; tile++) {
      tiles[tile] =
          PackedMatrix.interleave(queries, first + tile * QUERIES, first + count, QUERIES);
    }
  }

  /** Writes all products of these queries into {@code values}, all queries × rows of the index. */
  void product(float[] values) {
    int width = index.kernel().width();
    for (int panel = 0; panel < index.panels(); panel++) {
      multiply(index.panel(panel));
      for (int tile = 0; tile < tiles.length; tile++) {
        for (int query = 0; query < queriesIn(tile); query++) {
          int row = first + tile * QUERIES + query;
          int target = row * index.rows() + index.firstRow(panel);
          System.arraycopy(products[tile], query * width, values, target, index.rowsIn(panel));
        }
      }
    }
  }

  /** The heaps of these queries, in order, after every row of the index was offered. */
  TopHeap[] top(int size) {
    TopHeap[] heaps = new TopHeap[count];
    Arrays.setAll(heaps, query -> new TopHeap(size));
    for (int panel = 0; panel < index.panels(); panel++) {
      multiply(index.panel(panel));
      for (int tile = 0; tile < tiles.length; tile++) {
        offer(heaps, tile, panel);
      }
    }
    return heaps;
  }

  private void multiply(float[] panel) {
    for (float[] sums : products) {
      Arrays.fill(sums, 0);
    }
    for (int from = 0; from < index.columns(); from += MAX_COLUMNS) {
      int to = Math.min(index.columns(), from + MAX_COLUMNS);
      for (int tile = 0; tile < tiles.length; tile++) {
        index.kernel().multiply(tiles[tile], panel, from, to, products[tile]);
      }
    }
  }

  private void offer(TopHeap[] heaps, int tile, int panel) {
    PanelKernel kernel = index.kernel();
    for (int query = 0; query < queriesIn(tile); query++) {
      TopHeap heap = heaps[tile * QUERIES + query];
      // Most panels hold nothing near enough, which one comparison of vectors shows.
      if (kernel.anyAbove(products[tile], query, heap.limit())) {
        heap.offer(
            products[tile], query * kernel.width(), index.rowsIn(panel), index.firstRow(panel));
      }
    }
  }

  private int queriesIn(int tile) {
    return Math.min(QUERIES, count - tile * QUERIES);
  }
}
