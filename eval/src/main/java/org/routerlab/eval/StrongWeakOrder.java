package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The queries in the order in which they are handed from the weak to the strong model.
 *
 * <p>The order stays the same on a resample: a query drawn several times is handed over as often in
 * a row. So a curve over the share of calls to the strong model is walked in one pass.
 *
 * <p>Queries of equal priority are handed over evenly: the curve is straight over them, which is
 * its expectation over all their orders. By index, as some code has it, a router that tells nothing
 * would be measured by the order of the file.
 *
 * @param rows all queries, the first to be handed over first
 * @param weak the weak model's score on each of {@code rows}
 * @param gains the strong model's score less the weak one's on each of {@code rows}
 * @param ends where each group of equal priority ends in {@code rows}, exclusive
 */
record StrongWeakOrder(int[] rows, double[] weak, double[] gains, int[] ends) {

  /** Priorities that differ by less are equal: predictions are single floats. */
  private static final double TIE = 1e-6;

  /** Sums of scores may differ from 0, or miss a level, by rounding. */
  static final double ROUNDING = 1e-12;

  /** By falling {@code priority}. */
  static StrongWeakOrder of(TestSet test, ModelPair pair, double[] priority) {
    int[] rows =
        IntStream.range(0, test.size())
            .boxed()
            .sorted(Comparator.comparingLong(row -> -level(priority[row])))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] weak = new double[rows.length];
    double[] gains = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weak[i] = test.score(rows[i], pair.weak());
      gains[i] = test.score(rows[i], pair.strong()) - weak[i];
    }
    int[] ends =
        IntStream.rangeClosed(1, rows.length)
            .filter(
                end ->
                    end == rows.length
                        || level(priority[rows[end]]) != level(priority[rows[end - 1]]))
            .toArray();
    return new StrongWeakOrder(rows, weak, gains, ends);
  }

  private static long level(double priority) {
    return Math.round(priority / TIE);
  }

  /** What each call gains in expectation over the orders of queries of equal priority. */
  double[] expectedGains() {
    double[] expected = new double[rows.length];
    int from = 0;
    for (int end : ends) {
      double sum = 0;
      for (int i = from; i < end; i++) {
        sum += gains[i];
      }
      Arrays.fill(expected, from, end, sum / (end - from));
      from = end;
    }
    return expected;
  }

  /** How many calls a group has in a resample, and what they gain together. */
  private record Group(double count, double added) {}

  private Group group(int number, int[] counts) {
    double count = 0;
    double added = 0;
    for (int i = number == 0 ? 0 : ends[number - 1]; i < ends[number]; i++) {
      count += counts[rows[i]];
      added += counts[rows[i]] * gains[i];
    }
    return new Group(count, added);
  }

  /** The area under accuracy over the share of calls to the strong model. */
  double area(int[] counts) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += counts[rows[i]] * weak[i];
    }
    double n = calls(counts);
    return sum / n + gainedArea(counts) / (n * n);
  }

  /** What {@link #area} has above the straight line between the accuracies of the two models. */
  double areaAboveLine(int[] counts) {
    double n = calls(counts);
    return gainedArea(counts) / (n * n) - gained(counts) / n / 2;
  }

  /** The area under the recovered gap over the share of calls; NaN where there is no gap. */
  double recoveredArea(int[] counts) {
    double n = calls(counts);
    double gap = gained(counts);
    return gap > ROUNDING * n ? gainedArea(counts) / (n * gap) : Double.NaN;
  }

  /** The mean of the recovered gap at shares 1/parts, 2/parts ... 1; NaN where there is no gap. */
  double meanRecovered(int[] counts, int parts) {
    double n = calls(counts);
    double gap = gained(counts);
    if (!(gap > ROUNDING * n)) {
      return Double.NaN;
    }
    double total = 0;
    double called = 0;
    double gained = 0;
    int part = 1;
    for (int number = 0; number < ends.length; number++) {
      Group group = group(number, counts);
      while (part < parts && part * n / parts <= called + group.count && group.count > 0) {
        total += gained + (part * n / parts - called) * group.added / group.count;
        part++;
      }
      called += group.count;
      gained += group.added;
    }
    return (total / gap + 1) / parts;
  }

  /**
   * The least share of calls that recovers {@code percent} of the gap; NaN where there is no gap.
   */
  double shareRecovering(int[] counts, int percent) {
    double n = calls(counts);
    double gap = gained(counts);
    if (!(gap > ROUNDING * n)) {
      return Double.NaN;
    }
    double target = percent * gap / 100;
    double called = 0;
    double gained = 0;
    for (int number = 0; number < ends.length; number++) {
      Group group = group(number, counts);
      double after = gained + group.added;
      if (group.count > 0 && after >= target - ROUNDING * n) {
        double share = (target - gained) / (group.added / group.count);
        return (called + Math.min(group.count, share)) / n;
      }
      called += group.count;
      gained = after;
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double calls(int[] counts) {
    double n = 0;
    for (int count : counts) {
      n += count;
    }
    return n;
  }

  private double gained(int[] counts) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += counts[rows[i]] * gains[i];
    }
    return sum;
  }

  /** The area under what has been gained, over the number of calls to the strong model. */
  private double gainedArea(int[] counts) {
    double area = 0;
    double gained = 0;
    for (int number = 0; number < ends.length; number++) {
      Group group = group(number, counts);
      area += group.count * (gained + group.added / 2);
      gained += group.added;
    }
    return area;
  }
}
