package org.routerlab.learned.engine;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** Distributions over models that are the softmax of smoothed scores. */
public final class SoftTargets {

  /** Rewards closer together than this are alike. */
  private static final double ALIKE = 1e-6;

  private SoftTargets() {}

  /**
   * The distribution over the observed models of each query: softmax of (ownShare × own score + (1
   * − ownShare) × smooth score) / temperature.
   *
   * @param smooth queries × models; read where a score was observed
   * @param ownShare in [0, 1]
   * @param temperature above 0
   * @return queries × models, 0 where not observed; a row of zeros where the rewards of all models
   *     are alike
   */
  public static FloatMatrix of(
      OutcomeTable outcomes, FloatMatrix smooth, double ownShare, double temperature) {
    Require.equal("smooth rows", smooth.rows(), "queries", outcomes.size());
    int models = outcomes.pool().size();
    float[] targets = new float[outcomes.size() * models];
    double[] rewards = new double[models];
    for (int row = 0; row < outcomes.size(); row++) {
      double highest = Double.NEGATIVE_INFINITY;
      double lowest = Double.POSITIVE_INFINITY;
      for (int model = 0; model < models; model++) {
        if (outcomes.isObserved(row, model)) {
          double own = outcomes.score(row, model);
          rewards[model] = ownShare * own + (1 - ownShare) * smooth.get(row, model);
          highest = Math.max(highest, rewards[model]);
          lowest = Math.min(lowest, rewards[model]);
        } else {
          rewards[model] = Double.NEGATIVE_INFINITY;
        }
      }
      if (highest - lowest >= ALIKE) {
        fill(rewards, highest, temperature, targets, row * models);
      }
    }
    return FloatMatrix.wrap(outcomes.size(), models, targets);
  }

  private static void fill(
      double[] rewards, double highest, double temperature, float[] targets, int offset) {
    double sum = 0;
    double[] shares = new double[rewards.length];
    for (int model = 0; model < rewards.length; model++) {
      shares[model] = StrictMath.exp((rewards[model] - highest) / temperature);
      sum += shares[model];
    }
    for (int model = 0; model < rewards.length; model++) {
      targets[offset + model] = (float) (shares[model] / sum);
    }
  }
}
