package org.routerlab.learned.djl;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Logits and probabilities.
 *
 * <p>{@link StrictMath} gives the same bits on every machine; {@link Math} need not.
 */
final class Logistic {

  /** Keeps the logit of a mean of 0 or 1 finite. */
  private static final double SMALLEST_MEAN = 1e-4;

  private Logistic() {}

  /** The logits of means in [0, 1], which are first brought into [0.0001, 0.9999]. */
  static float[] logits(double[] means) {
    float[] logits = new float[means.length];
    for (int i = 0; i < logits.length; i++) {
      double mean = Math.max(SMALLEST_MEAN, Math.min(1 - SMALLEST_MEAN, means[i]));
      logits[i] = (float) StrictMath.log(mean / (1 - mean));
    }
    return logits;
  }

  /** The probability that each logit stands for. */
  static FloatMatrix sigmoid(FloatMatrix logits) {
    float[] values = logits.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) sigmoid(values[i]);
    }
    return FloatMatrix.wrap(logits.rows(), logits.columns(), values);
  }

  /** The probability that a logit stands for. */
  static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** The mean binary cross-entropy over the observed scores; NaN where there are none. */
  static double crossEntropy(FloatMatrix logits, OutcomeTable outcomes) {
    double sum = 0;
    long observed = 0;
    for (int row = 0; row < logits.rows(); row++) {
      for (int model = 0; model < logits.columns(); model++) {
        if (outcomes.isObserved(row, model)) {
          double logit = logits.get(row, model);
          sum += softplus(logit) - outcomes.score(row, model) * logit;
          observed++;
        }
      }
    }
    return sum / observed;
  }

  /**
   * The loss of {@link PairLoss#decisive}, averaged over the queries that have a pair of observed
   * scores that differ; NaN where there are none.
   */
  static double pairwise(FloatMatrix logits, OutcomeTable outcomes) {
    double sum = 0;
    int queries = 0;
    for (int row = 0; row < logits.rows(); row++) {
      double losses = 0;
      int pairs = 0;
      for (int winner = 0; winner < logits.columns(); winner++) {
        for (int loser = 0; loser < logits.columns(); loser++) {
          double won = outcomes.score(row, winner) - outcomes.score(row, loser);
          if (won > 0) {
            losses += won * softplus(logits.get(row, loser) - logits.get(row, winner));
            pairs++;
          }
        }
      }
      sum += pairs == 0 ? 0 : losses / pairs;
      queries += pairs == 0 ? 0 : 1;
    }
    return sum / queries;
  }

  /** log(1 + e^x), without overflow. */
  static double softplus(double logit) {
    return Math.max(0, logit) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
  }
}
