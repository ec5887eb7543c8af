package org.routerlab.learned.engine;

import org.routerlab.core.matrix.FloatMatrix;

/**
 * The Elo rule: after a match a model's strength moves by what was at stake times its result less
 * the result that was to be expected.
 *
 * <p>Strengths are natural logarithms of odds: 400 / ln 10 Elo points are 1. Of two models that
 * score a and b, the first has the result (1 + a - b) / 2; it was to be expected to have {@code
 * sigmoid(its strength - the other's)}.
 */
public final class EloMatches {

  private EloMatches() {}

  /**
   * Plays a match of each pair of models on one query, in the order of their columns.
   *
   * @param scores of all models; NaN for one that does not play
   * @param atStake in the unit of strengths
   * @param strengths changed by this
   */
  public static void play(float[] scores, double atStake, double[] strengths) {
    for (int model = 0; model < scores.length; model++) {
      for (int other = model + 1; other < scores.length; other++) {
        double lead = (double) scores[model] - scores[other];
        if (!Double.isNaN(lead)) {
          double expected = 1 / (1 + StrictMath.exp(strengths[other] - strengths[model]));
          double change = atStake * ((1 + lead) / 2 - expected);
          strengths[model] += change;
          strengths[other] -= change;
        }
      }
    }
  }

  /**
   * The strengths after the matches of several queries, from the last of {@code rows} to the first.
   *
   * @param scores queries × models; NaN for a model that does not play
   * @param atStake in the unit of strengths
   * @param before the strengths at the beginning
   */
  public static double[] replay(FloatMatrix scores, int[] rows, double atStake, double[] before) {
    double[] strengths = before.clone();
    for (int i = rows.length - 1; i >= 0; i--) {
      play(scores.row(rows[i]), atStake, strengths);
    }
    return strengths;
  }
}
