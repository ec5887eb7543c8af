package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Seed;

/** Draws resamples of the queries with replacement, as how often each query is drawn. */
final class ResampleDraw {

  private final Seed seed;
  private final int size;
  private final List<int[]> strata;

  private ResampleDraw(Seed seed, int size, List<int[]> strata) {
    this.seed = seed;
    this.size = size;
    this.strata = strata;
  }

  static ResampleDraw of(TestSet test, Seed seed, Resampling resampling) {
    List<int[]> strata =
        switch (resampling) {
          case QUERIES -> List.of(IntStream.range(0, test.size()).toArray());
          case WITHIN_DATASETS ->
              test.datasets().stream().map(name -> test.subset("dataset/" + name).rows()).toList();
        };
    return new ResampleDraw(seed, test.size(), strata);
  }

  int size() {
    return size;
  }

  /**
   * The counts of resample {@code index}. They depend on the seed and the index alone, so that
   * resamples may be drawn in any order and by any thread.
   */
  void draw(int index, int[] counts) {
    Arrays.fill(counts, 0);
    SplittableRandom random = seed.stream("bootstrap resample " + index);
    for (int[] rows : strata) {
      draw(random, rows, counts);
    }
  }

  /** Two rows from each 64 random bits; the bias is below rows / 2^32. */
  private static void draw(SplittableRandom random, int[] rows, int[] counts) {
    long n = rows.length;
    for (int drawn = 0; drawn < rows.length; drawn += 2) {
      long bits = random.nextLong();
      counts[rows[(int) (((bits >>> 32) * n) >>> 32)]]++;
      if (drawn + 1 < rows.length) {
        counts[rows[(int) (((bits & 0xFFFFFFFFL) * n) >>> 32)]]++;
      }
    }
  }
}
