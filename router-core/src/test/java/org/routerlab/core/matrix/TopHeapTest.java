package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TopHeapTest {

  @Test
  void theLimitIsTheLeastOfTheLargest() {
    TopHeap heap = new TopHeap(2);
    assertThat(heap.limit()).isNaN();
    heap.offer(new float[] {9, 3, -7, 5}, 1, 2, 10);
    assertThat(heap.limit()).isEqualTo(-7);
    heap.offer(new float[] {9, 3, -7, 5}, 3, 1, 12);
    assertThat(heap.limit()).isEqualTo(3);
  }

  @Test
  void valuesKeepTheirBits() {
    Random random = new Random(1);
    for (int round = 0; round < 1000; round++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isNaN(value)) {
        continue;
      }
      float[] products = new float[1];
      int[] rows = new int[1];
      TopHeap heap = new TopHeap(1);
      int row = random.nextInt(Integer.MAX_VALUE);
      heap.offer(new float[] {value}, 0, 1, row);
      heap.drain(rows, products, 0);
      assertThat(products[0]).isEqualTo(value);
      assertThat(rows[0]).isEqualTo(row);
    }
  }

  @Test
  void theFirstNaNIsRememberedAndNotKept() {
    TopHeap heap = new TopHeap(2);
    assertThat(heap.undefinedRow()).isEqualTo(-1);
    heap.offer(new float[] {1, Float.NaN, 2, Float.NaN, 3}, 0, 5, 20);
    assertThat(heap.undefinedRow()).isEqualTo(21);
    assertThat(heap.limit()).isEqualTo(2);
  }
}
