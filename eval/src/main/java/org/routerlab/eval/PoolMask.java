package org.routerlab.eval;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.matrix.FloatMatrix;

/** A scoring router restricted to some models. */
final class PoolMask {

  private PoolMask() {}

  /** The member of the highest prediction on a row; ties go by the ranking. */
  static int best(FloatMatrix predictions, int row, int[] members, ModelRanking ranking) {
    int best = members[0];
    float highest = predictions.get(row, best);
    for (int i = 1; i < members.length; i++) {
      float predicted = predictions.get(row, members[i]);
      if (predicted > highest || (predicted == highest && ranking.prefers(members[i], best))) {
        best = members[i];
        highest = predicted;
      }
    }
    return best;
  }
}
