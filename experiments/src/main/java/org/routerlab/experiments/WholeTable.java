package org.routerlab.experiments;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;

/**
 * The two figures by which a published table is recognised, over every complete row of it.
 *
 * @param rows how many rows are complete: every model observed
 * @param bestModel the model with the highest mean score on them
 * @param bestSingle its mean score, in [0, 1]
 * @param oracle the mean of the highest score of each row, in [0, 1]
 */
record WholeTable(int rows, String bestModel, double bestSingle, double oracle) {

  static WholeTable of(OutcomeTable outcomes) {
    OutcomeTable complete = outcomes.selectRows(outcomes.completeRows());
    int best = ModelRanking.of(complete).best();
    double sum = 0;
    for (int row = 0; row < complete.size(); row++) {
      float highest = 0;
      for (int model = 0; model < complete.pool().size(); model++) {
        highest = Math.max(highest, complete.score(row, model));
      }
      sum += highest;
    }
    return new WholeTable(
        complete.size(),
        complete.pool().name(best),
        complete.meanScores()[best],
        sum / complete.size());
  }
}
