package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's correction of p-values for a family of comparisons: Holm, A Simple Sequentially Rejective
 * Multiple Test Procedure (Scandinavian Journal of Statistics 6, 1979).
 */
final class Holm {

  private Holm() {}

  /**
   * The adjusted p-values: max over all i up to its own place of min(1, (m − i + 1) p(i)), with
   * p(1) ≤ … ≤ p(m). At most the level for exactly the comparisons that the step-down procedure
   * rejects; the chance of any false rejection is then at most the level.
   *
   * @param p in [0, 1]; NaN for a comparison that is none, which has no part and stays NaN
   */
  static double[] adjust(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    // NaN sorts last.
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    int family = (int) Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double highest = 0;
    for (int place = 0; place < family; place++) {
      highest = Math.max(highest, Math.min(1, (family - place) * p[order[place]]));
      adjusted[order[place]] = highest;
    }
    return adjusted;
  }
}
