package org.routerlab.core.matrix;

import java.util.Arrays;

/**
 * The largest products seen so far for one query: a bounded heap with the least of them on top.
 *
 * <p>A product and its row are one long: the product in an order-preserving form above, the
 * complement of the row below. So equal products are ordered by lower row, and comparing two
 * entries is comparing two numbers.
 */
final class TopHeap {

  private final long[] entries;
  private int size;
  private float limit = Float.NaN;
  private int undefinedRow = -1;

  TopHeap(int capacity) {
    this.entries = new long[capacity];
  }

  /**
   * The product that another must exceed to enter. NaN until the heap is full: then no product is
   * {@code <= limit}, and all enter.
   */
  float limit() {
    return limit;
  }

  /** The first row whose product was NaN; −1 where there was none. */
  int undefinedRow() {
    return undefinedRow;
  }

  /** Offers the products of {@code count} rows from {@code firstRow} on; rows come ascending. */
  void offer(float[] products, int offset, int count, int firstRow) {
    for (int i = 0; i < count; i++) {
      if (!(products[offset + i] <= limit)) {
        offer(products[offset + i], firstRow + i);
      }
    }
  }

  private void offer(float product, int row) {
    if (Float.isNaN(product)) {
      undefinedRow = undefinedRow < 0 ? row : undefinedRow;
    } else if (size < entries.length) {
      siftUp(entry(product, row));
    } else {
      siftDown(entry(product, row));
    }
    if (size == entries.length) {
      limit = product(entries[0]);
    }
  }

  /** Writes rows and products from {@code offset} on, largest first, and ends the use. */
  void drain(int[] rows, float[] products, int offset) {
    Arrays.sort(entries, 0, size);
    for (int rank = 0; rank < size; rank++) {
      long entry = entries[size - 1 - rank];
      rows[offset + rank] = ~(int) entry;
      products[offset + rank] = product(entry);
    }
  }

  private void siftUp(long entry) {
    int place = size++;
    while (place > 0 && entries[(place - 1) / 2] > entry) {
      entries[place] = entries[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    entries[place] = entry;
  }

  private void siftDown(long entry) {
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && entries[child + 1] < entries[child]) {
        child++;
      }
      if (entries[child] >= entry) {
        break;
      }
      entries[place] = entries[child];
      place = child;
    }
    entries[place] = entry;
  }

  private static long entry(float product, int row) {
    // Adding 0 turns −0 into 0, which must tie with it.
    int bits = Float.floatToRawIntBits(product + 0f);
    return (long) ordered(bits) << 32 | ~row & 0xffffffffL;
  }

  private static float product(long entry) {
    return Float.intBitsToFloat(ordered((int) (entry >> 32)));
  }

  /** Its own inverse: the bits of negative floats run backwards, so all but the sign are turned. */
  private static int ordered(int bits) {
    return bits ^ (bits >> 31 & 0x7fffffff);
  }
}
