package org.routerlab.eval;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;

/** What evaluation may know from the training outcomes: means, the ranking, bounds of cost. */
record TrainFacts(
    ModelRanking ranking, double[] means, double[] meanCosts, double minCost, double maxCost) {

  static TrainFacts of(OutcomeTable train) {
    double[] meanCosts = train.hasCosts() ? train.meanCosts() : new double[0];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int row = 0; train.hasCosts() && row < train.size(); row++) {
      for (int model = 0; model < train.pool().size(); model++) {
        float cost = train.cost(row, model);
        if (!Float.isNaN(cost)) {
          min = Math.min(min, cost);
          max = Math.max(max, cost);
        }
      }
    }
    return new TrainFacts(ModelRanking.of(train), train.meanScores(), meanCosts, min, max);
  }

  /** Whether every model has a mean cost. */
  boolean hasCosts() {
    for (double cost : meanCosts) {
      if (Double.isNaN(cost)) {
        return false;
      }
    }
    return meanCosts.length > 0;
  }
}
