package org.routerlab.encoders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts texts of like length into one batch, so that little of it is padding. */
final class LengthBuckets {

  private LengthBuckets() {}

  /**
   * Batches of row numbers, the longest texts first: the short ones at the end fill up the callers
   * evenly. Equal lengths keep their order.
   */
  static List<int[]> of(long[][] tokens, int batchSize) {
    List<Integer> rows =
        IntStream.range(0, tokens.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer row) -> -tokens[row].length))
            .toList();
    List<int[]> batches = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += batchSize) {
      int end = Math.min(rows.size(), start + batchSize);
      batches.add(rows.subList(start, end).stream().mapToInt(Integer::intValue).toArray());
    }
    return batches;
  }
}
