package org.routerlab.eval;

import java.util.Arrays;

/**
 * What is degenerate about choosing a model for a query, by the recorded scores and costs.
 *
 * @param dearest the model of the greatest mean cost on test; of several the first by the ranking
 */
record CollapseFacts(TestSet test, int dearest) {

  static CollapseFacts of(TestSet test) {
    double[] costs = new double[test.pool().size()];
    for (int row = 0; row < test.size(); row++) {
      for (int model = 0; model < costs.length; model++) {
        costs[model] += test.cost(row, model);
      }
    }
    double greatest = Arrays.stream(costs).max().orElseThrow();
    int dearest = 0;
    while (costs[test.ranking().model(dearest)] < greatest) {
      dearest++;
    }
    return new CollapseFacts(test, test.ranking().model(dearest));
  }

  /** 1 unless the choice is a cheaper model among the best, or the dearest as the only best. */
  double collapsed(int row, int model) {
    boolean isBest = test.score(row, model) == test.oracleScore(row);
    boolean isFine = isBest && (model != dearest || !isCheaperBest(row));
    return isFine ? 0 : 1;
  }

  /** 1 where the dearest model is chosen though another one is among the best. */
  double overspent(int row, int model) {
    return model == dearest && isCheaperBest(row) ? 1 : 0;
  }

  private boolean isCheaperBest(int row) {
    for (int model = 0; model < test.pool().size(); model++) {
      if (model != dearest && test.score(row, model) == test.oracleScore(row)) {
        return true;
      }
    }
    return false;
  }
}
