package org.routerlab.eval.select;

import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;

/**
 * {@code pair(strong, weak, τ)}: the strong model where its score exceeds that of the weak one by
 * more than τ, else the weak one. No other model is ever chosen.
 *
 * @param pool the models
 * @param strong the column of the one that is chosen only where it pays
 * @param weak the column of the other
 * @param threshold τ, on the scale of a difference of scores
 */
public record Pair(ModelPool pool, int strong, int weak, double threshold) implements Selector {

  /** Rejects a model paired with itself, and a threshold that is not finite. */
  public Pair {
    String strongName = pool.name(strong);
    if (strongName.equals(pool.name(weak))) {
      throw new IllegalArgumentException("a pair needs two models but both are " + strongName);
    }
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("threshold must be finite but is " + threshold);
    }
  }

  @Override
  public int choose(float[] scores, double[] costs, ModelRanking ties) {
    return (double) scores[strong] - scores[weak] > threshold ? strong : weak;
  }

  @Override
  public String text() {
    return "pair("
        + pool.name(strong)
        + ", "
        + pool.name(weak)
        + ", "
        + Rules.number(threshold)
        + ")";
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
