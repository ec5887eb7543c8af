package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.OutcomeTable;

/** What is known of the costs of a table. */
final class KnownCosts {

  private KnownCosts() {}

  static boolean any(OutcomeTable table) {
    return Arrays.stream(table.meanCosts()).anyMatch(cost -> !Double.isNaN(cost));
  }

  /** Each model's mean cost; the highest of all for a model without one. */
  static double[] means(OutcomeTable table) {
    double[] means = table.meanCosts();
    double dearest = Arrays.stream(means).filter(cost -> !Double.isNaN(cost)).max().orElseThrow();
    return Arrays.stream(means).map(cost -> Double.isNaN(cost) ? dearest : cost).toArray();
  }
}
