package org.routerlab.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The queries in the order in which they are handed from the weak to the strong model.
 *
 * <p>The order stays the same on a resample: a query drawn several times is handed over as often in
 * a row. So a curve over the share of calls to the strong model is walked in one pass.
 *
 * @param rows all queries, the first to be handed over first
 * @param weak the weak model's score on each of {@code rows}
 * @param gains the strong model's score less the weak one's on each of {@code rows}
 */
record StrongWeakOrder(int[] rows, double[] weak, double[] gains) {

  /** Sums of scores may differ from 0, or miss a level, by rounding. */
  static final double ROUNDING = 1e-12;

  /** By falling {@code priority}, ties by index. */
  static StrongWeakOrder of(TestSet test, ModelPair pair, double[] priority) {
    int[] rows =
        IntStream.range(0, test.size())
            .boxed()
            .sorted(Comparator.comparingDouble(row -> 0.0 - priority[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] weak = new double[rows.length];
    double[] gains = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weak[i] = test.score(rows[i], pair.weak());
      gains[i] = test.score(rows[i], pair.strong()) - weak[i];
    }
    return new StrongWeakOrder(rows, weak, gains);
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
    for (int i = 0; i < rows.length; i++) {
      int count = counts[rows[i]];
      while (part < parts && part * n / parts <= called + count) {
        total += gained + (part * n / parts - called) * gains[i];
        part++;
      }
      called += count;
      gained += count * gains[i];
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
    for (int i = 0; i < rows.length; i++) {
      int count = counts[rows[i]];
      double after = gained + count * gains[i];
      if (after >= target - ROUNDING * n) {
        return (called + Math.min(count, (target - gained) / gains[i])) / n;
      }
      called += count;
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
    for (int i = 0; i < rows.length; i++) {
      double count = counts[rows[i]];
      double added = count * gains[i];
      area += count * (gained + added / 2);
      gained += added;
    }
    return area;
  }
}
