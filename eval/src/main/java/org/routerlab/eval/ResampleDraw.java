package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Seed;

/** Draws resamples of the queries with replacement, as how often each query is drawn. */
final class ResampleDraw {

  private final Seed seed;
  private final int size;

  /** What is drawn among, each part for itself: rows, or groups of rows. */
  private final List<int[]> strata;

  private final Optional<QueryGroups> groups;

  private ResampleDraw(Seed seed, int size, List<int[]> strata, Optional<QueryGroups> groups) {
    this.seed = seed;
    this.size = size;
    this.strata = strata;
    this.groups = groups;
  }

  static ResampleDraw of(TestSet test, Seed seed, Resampling resampling) {
    if (resampling instanceof Resampling.Groups groups) {
      return grouped(test, seed, QueryGroups.byName(test, groups.ofQuery()));
    }
    return switch ((Resampling.Kind) resampling) {
      case QUERIES -> plain(test, seed, List.of(IntStream.range(0, test.size()).toArray()));
      case WITHIN_DATASETS ->
          plain(
              test,
              seed,
              test.datasets().stream().map(name -> test.subset("dataset/" + name).rows()).toList());
      case PROMPT_GROUPS -> grouped(test, seed, QueryGroups.byText(test));
    };
  }

  private static ResampleDraw plain(TestSet test, Seed seed, List<int[]> strata) {
    return new ResampleDraw(seed, test.size(), strata, Optional.empty());
  }

  private static ResampleDraw grouped(TestSet test, Seed seed, QueryGroups groups) {
    List<int[]> all = List.of(IntStream.range(0, groups.count()).toArray());
    return new ResampleDraw(seed, test.size(), all, Optional.of(groups));
  }

  int size() {
    return size;
  }

  /**
   * The counts of resample {@code index}. They depend on the seed and the index alone, so that
   * resamples may be drawn in any order and by any thread.
   */
  void draw(int index, int[] counts) {
    SplittableRandom random = seed.stream("bootstrap resample " + index);
    if (groups.isEmpty()) {
      draw(random, counts);
      return;
    }
    int[] ofGroup = new int[groups.get().count()];
    draw(random, ofGroup);
    int[] groupOfRow = groups.get().ofRow();
    for (int row = 0; row < size; row++) {
      counts[row] = ofGroup[groupOfRow[row]];
    }
  }

  private void draw(SplittableRandom random, int[] counts) {
    Arrays.fill(counts, 0);
    for (int[] units : strata) {
      draw(random, units, counts);
    }
  }

  /** Two units from each 64 random bits; the bias is below units / 2^32. */
  private static void draw(SplittableRandom random, int[] units, int[] counts) {
    long n = units.length;
    for (int drawn = 0; drawn < units.length; drawn += 2) {
      long bits = random.nextLong();
      counts[units[(int) (((bits >>> 32) * n) >>> 32)]]++;
      if (drawn + 1 < units.length) {
        counts[units[(int) (((bits & 0xFFFFFFFFL) * n) >>> 32)]]++;
      }
    }
  }
}
