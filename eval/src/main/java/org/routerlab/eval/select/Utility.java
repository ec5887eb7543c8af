package org.routerlab.eval.select;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;

/**
 * {@code utility(λ)}: the model with the highest (1 − λ) score − λ scaled expected cost. A model of
 * unknown cost counts as the dearest.
 *
 * @param lambda what cost weighs, in [0, 1]
 * @param allowRaw whether scores that are not on the scale of accuracy may be used; {@code
 *     utility(λ, raw)}
 */
public record Utility(double lambda, boolean allowRaw) implements Selector {

  /** Rejects a weight outside [0, 1]. */
  public Utility {
    Require.between("lambda", lambda, 0, 1);
  }

  /** Of calibrated scores only. */
  public Utility(double lambda) {
    this(lambda, false);
  }

  /** (1 − λ) score − λ cost. */
  public static double value(double lambda, double score, double cost) {
    return (1 - lambda) * score - lambda * cost;
  }

  @Override
  public int choose(float[] scores, double[] costs, ModelRanking ties) {
    if (lambda == 0) {
      return new Argmax().choose(scores, costs, ties);
    }
    double unknown = dearest(costs);
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int model = 0; model < scores.length; model++) {
      double cost = Double.isNaN(costs[model]) ? unknown : costs[model];
      double value = value(lambda, scores[model], cost);
      if (best < 0 || value > highest || (value == highest && ties.prefers(model, best))) {
        best = model;
        highest = value;
      }
    }
    return best;
  }

  /** The highest known cost; 0 where none is known, so that only scores count. */
  private static double dearest(double[] costs) {
    double dearest = Double.NEGATIVE_INFINITY;
    for (double cost : costs) {
      dearest = cost > dearest ? cost : dearest;
    }
    return dearest == Double.NEGATIVE_INFINITY ? 0 : dearest;
  }

  @Override
  public String text() {
    return Rules.text("utility", allowRaw, lambda);
  }

  @Override
  public CostUnit costUnit() {
    return lambda == 0 ? CostUnit.NONE : CostUnit.SCALED;
  }

  @Override
  public boolean needsCalibration() {
    return lambda > 0 && lambda < 1 && !allowRaw;
  }
}
