package org.routerlab.experiments;

import java.util.Set;
import org.routerlab.core.OutcomeTable;

/**
 * How right the models of a pool are on some queries, and a specialist that was added to them.
 *
 * @param mean of the models that were there before; NaN without any
 * @param best of these
 * @param specialist NaN where the pool has none of that name
 */
record PoolBesideSpecialist(double mean, double best, double specialist) {

  /**
   * Looks at the outcomes of some queries.
   *
   * @param added the names of all models that were added
   * @param specialist the name of one of them
   */
  static PoolBesideSpecialist of(OutcomeTable outcomes, Set<String> added, String specialist) {
    double[] means = outcomes.meanScores();
    double sum = 0;
    double best = 0;
    double own = Double.NaN;
    int count = 0;
    for (int model = 0; model < means.length; model++) {
      String name = outcomes.pool().name(model);
      if (name.equals(specialist)) {
        own = means[model];
      } else if (!added.contains(name)) {
        sum += means[model];
        best = Math.max(best, means[model]);
        count++;
      }
    }
    return new PoolBesideSpecialist(sum / count, count == 0 ? Double.NaN : best, own);
  }
}
