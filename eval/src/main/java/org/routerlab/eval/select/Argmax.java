package org.routerlab.eval.select;

import org.routerlab.core.ModelRanking;

/** {@code argmax}: the model with the highest score. */
public record Argmax() implements Selector {

  @Override
  public int choose(float[] scores, double[] costs, ModelRanking ties) {
    int best = 0;
    for (int model = 1; model < scores.length; model++) {
      if (prefers(scores, ties, model, best)) {
        best = model;
      }
    }
    return best;
  }

  /** Whether {@code model} has the higher score, or the same and the better rank. */
  static boolean prefers(float[] scores, ModelRanking ties, int model, int other) {
    return scores[model] > scores[other]
        || (scores[model] == scores[other] && ties.prefers(model, other));
  }

  @Override
  public String text() {
    return "argmax";
  }

  @Override
  public CostUnit costUnit() {
    return CostUnit.NONE;
  }

  @Override
  public boolean needsCalibration() {
    return false;
  }
}
