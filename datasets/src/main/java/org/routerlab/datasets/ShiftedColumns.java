package org.routerlab.datasets;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;

/**
 * Finds columns that were joined some rows too early or too late.
 *
 * <p>The scores of a shifted column correlate more with the mean of the others a few rows away than
 * on its own rows; neighbouring queries of one dataset make that correlation less than it was, but
 * never more than on the right rows.
 */
final class ShiftedColumns {

  /** How many rows away are looked at. */
  private static final int FARTHEST = 5;

  /** So many times 1 / √rows is more than chance, among many columns and shifts. */
  private static final double CERTAIN = 6;

  private static final double SUSPECT = 0.1;
  private static final int MIN_ROWS = 50;

  private final OutcomeTable outcomes;
  private final double[] sums;
  private final int[] counts;
  private final SortedMap<Integer, Shift> shifts = new TreeMap<>();

  private ShiftedColumns(OutcomeTable outcomes) {
    this.outcomes = outcomes;
    this.sums = new double[outcomes.size()];
    this.counts = new int[outcomes.size()];
    for (int model = 0; model < outcomes.pool().size(); model++) {
      count(model, 1);
    }
  }

  /**
   * How a column is shifted.
   *
   * @param rows how many rows later than its own a value stands; negative where earlier
   * @param there the correlation with the others over that shift
   * @param here the correlation on its own rows
   */
  record Shift(int rows, double there, double here) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "by %d %s %s (%.3f there, %.3f here)",
          Math.abs(rows),
          Math.abs(rows) == 1 ? "row" : "rows",
          rows > 0 ? "down" : "up",
          there,
          here);
    }
  }

  /** The shifted columns; those that shifts explain best first, so that they mislead no others. */
  static SortedMap<Integer, Shift> of(OutcomeTable outcomes) {
    ShiftedColumns columns = new ShiftedColumns(outcomes);
    int models = outcomes.pool().size();
    while (2 * columns.shifts.size() < models && columns.findNext()) {
      // Every round takes one column out of the mean of the others.
    }
    return columns.shifts;
  }

  private boolean findNext() {
    int next = -1;
    Shift best = new Shift(0, 0, 0);
    for (int model = 0; model < outcomes.pool().size(); model++) {
      if (!shifts.containsKey(model)) {
        Shift shift = shift(model);
        if (shift.rows != 0 && shift.there - shift.here > best.there - best.here) {
          next = model;
          best = shift;
        }
      }
    }
    if (next >= 0) {
      shifts.put(next, best);
      count(next, -1);
    }
    return next >= 0;
  }

  private void count(int model, int times) {
    for (int row = 0; row < sums.length; row++) {
      float score = outcomes.score(row, model);
      if (!Float.isNaN(score)) {
        sums[row] += times * score;
        counts[row] += times;
      }
    }
  }

  private Shift shift(int model) {
    float[] own = new float[sums.length];
    double[] others = new double[sums.length];
    for (int row = 0; row < own.length; row++) {
      own[row] = outcomes.score(row, model);
      boolean known = !Float.isNaN(own[row]);
      int count = counts[row] - (known ? 1 : 0);
      others[row] = count == 0 ? Double.NaN : (sums[row] - (known ? own[row] : 0)) / count;
    }
    Pairs here = Pairs.of(own, others, 0);
    Shift best = new Shift(0, here.correlation(), here.correlation());
    for (int rows = -FARTHEST; rows <= FARTHEST; rows++) {
      Pairs pairs = Pairs.of(own, others, rows);
      double there = pairs.correlation();
      boolean certain =
          Math.min(pairs.n, here.n) >= MIN_ROWS
              && there >= SUSPECT
              && there - here.correlation() > CERTAIN / Math.sqrt(Math.min(pairs.n, here.n));
      if (certain && there > best.there) {
        best = new Shift(rows, there, here.correlation());
      }
    }
    return best;
  }

  /** The sums behind the correlation of a column with the others a few rows before. */
  private record Pairs(int n, double x, double y, double xx, double yy, double xy) {

    static Pairs of(float[] own, double[] others, int rows) {
      int n = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int row = Math.max(0, -rows); row < Math.min(own.length, own.length - rows); row++) {
        double a = own[row + rows];
        double b = others[row];
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
          n++;
          x += a;
          y += b;
          xx += a * a;
          yy += b * b;
          xy += a * b;
        }
      }
      return new Pairs(n, x, y, xx, yy, xy);
    }

    double correlation() {
      double varianceX = xx - x * x / n;
      double varianceY = yy - y * y / n;
      double floor = 1e-9 * n;
      return n == 0 || varianceX < floor || varianceY < floor
          ? 0
          : (xy - x * y / n) / Math.sqrt(varianceX * varianceY);
    }
  }
}
