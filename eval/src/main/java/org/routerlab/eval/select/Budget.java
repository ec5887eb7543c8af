package org.routerlab.eval.select;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;

/**
 * {@code budget(b)}: the model with the highest score among those expected to cost at most b; where
 * there is none, the one expected to be cheapest. A model of unknown cost is not within a budget.
 *
 * @param limit the most a query may be expected to cost, in the unit of the outcome table; at least
 *     0
 */
public record Budget(double limit) implements Selector {

  /** Rejects a negative limit. */
  public Budget {
    Require.between("budget", limit, 0, Double.MAX_VALUE);
  }

  @Override
  public int choose(float[] scores, double[] costs, ModelRanking ties) {
    int best = -1;
    int cheapest = 0;
    for (int model = 0; model < scores.length; model++) {
      if (costs[model] <= limit && (best < 0 || Argmax.prefers(scores, ties, model, best))) {
        best = model;
      }
      if (CheapestAbove.isCheaper(scores, costs, ties, model, cheapest)) {
        cheapest = model;
      }
    }
    return best < 0 ? cheapest : best;
  }

  @Override
  public String text() {
    return Rules.text("budget", false, limit);
  }

  @Override
  public CostUnit costUnit() {
    return CostUnit.RECORDED;
  }

  @Override
  public boolean needsCalibration() {
    return false;
  }
}
