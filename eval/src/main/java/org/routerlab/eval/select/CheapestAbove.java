package org.routerlab.eval.select;

import java.util.Locale;
import java.util.Objects;
import org.routerlab.core.ModelRanking;

/**
 * {@code cheapest-above(τ)}: the model expected to be cheapest among those with a score of at least
 * τ; of equal costs that with the higher score. A model of unknown cost counts as the dearest.
 *
 * @param threshold τ, on the scale of the scores
 * @param fallBack what is chosen where no score reaches τ; {@code cheapest-above(τ, dearest)}
 * @param allowRaw whether scores that are not on the scale of accuracy may be used; {@code
 *     cheapest-above(τ, raw)}
 */
public record CheapestAbove(double threshold, FallBack fallBack, boolean allowRaw)
    implements Selector {

  /** What is chosen where no score reaches the threshold. */
  public enum FallBack {
    /** The model with the highest score. */
    BEST_SCORE,
    /** The model expected to be dearest; of equal costs that with the higher score. */
    DEAREST,
    /** The best single model on training outcomes. */
    BEST_SINGLE;

    /** The name in a rule. */
    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Rejects a threshold that is not finite. */
  public CheapestAbove {
    Objects.requireNonNull(fallBack, "fallBack");
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("threshold must be finite but is " + threshold);
    }
  }

  /** Falls back to the highest score; of calibrated scores only. */
  public CheapestAbove(double threshold) {
    this(threshold, FallBack.BEST_SCORE, false);
  }

  @Override
  public int choose(float[] scores, double[] costs, ModelRanking ties) {
    int best = -1;
    for (int model = 0; model < scores.length; model++) {
      if (scores[model] >= threshold && (best < 0 || isCheaper(scores, costs, ties, model, best))) {
        best = model;
      }
    }
    if (best >= 0) {
      return best;
    }
    return switch (fallBack) {
      case BEST_SCORE -> new Argmax().choose(scores, costs, ties);
      case DEAREST -> dearest(scores, costs, ties);
      case BEST_SINGLE -> ties.best();
    };
  }

  private static int dearest(float[] scores, double[] costs, ModelRanking ties) {
    int dearest = 0;
    for (int model = 1; model < scores.length; model++) {
      double cost = known(costs[model]);
      double other = known(costs[dearest]);
      if (cost > other || (cost == other && Argmax.prefers(scores, ties, model, dearest))) {
        dearest = model;
      }
    }
    return dearest;
  }

  /** Whether a model costs less, or the same and has the higher score or the better rank. */
  static boolean isCheaper(
      float[] scores, double[] costs, ModelRanking ties, int model, int other) {
    double cost = known(costs[model]);
    double otherCost = known(costs[other]);
    return cost < otherCost || (cost == otherCost && Argmax.prefers(scores, ties, model, other));
  }

  private static double known(double cost) {
    return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
  }

  @Override
  public String text() {
    String more = fallBack == FallBack.BEST_SCORE ? "" : ", " + fallBack.text();
    return "cheapest-above(" + Rules.number(threshold) + more + (allowRaw ? ", raw)" : ")");
  }

  @Override
  public CostUnit costUnit() {
    return CostUnit.RECORDED;
  }

  @Override
  public boolean needsCalibration() {
    return !allowRaw;
  }
}
