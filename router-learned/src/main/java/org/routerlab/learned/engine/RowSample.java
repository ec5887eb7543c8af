package org.routerlab.learned.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.routerlab.core.Require;

/** Rows drawn at random, each at most once. */
public final class RowSample {

  private RowSample() {}

  /** {@code count} of the rows 0 … {@code rows} − 1, ascending; each set is as likely. */
  public static int[] of(int rows, int count, SplittableRandom random) {
    Require.between("count", count, 0, rows);
    int[] chosen = new int[count];
    int next = 0;
    for (int row = 0; row < rows && next < count; row++) {
      if (random.nextInt(rows - row) < count - next) {
        chosen[next++] = row;
      }
    }
    return Arrays.copyOf(chosen, next);
  }
}
