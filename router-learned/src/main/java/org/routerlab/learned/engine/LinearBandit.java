package org.routerlab.learned.engine;

import java.util.SplittableRandom;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Learns a linear reward of several arms from a stream of rows, one pass, by recursive least
 * squares. A constant feature is added.
 *
 * @param alpha how much the deviation of an arm's reward counts when an arm is pulled
 * @param lambda the penalty of the squared weights
 * @param pullsAll whether every arm with a known reward is pulled, not only the most promising
 */
public record LinearBandit(double alpha, double lambda, boolean pullsAll) {

  /**
   * The rewards as linear functions of the rows.
   *
   * @param rows rows × features
   * @param rewards rows × arms; NaN where an arm cannot be pulled
   * @param random orders the stream
   */
  public LinearMap learn(FloatMatrix rows, FloatMatrix rewards, SplittableRandom random) {
    Require.equal("rows of rewards", rewards.rows(), "rows", rows.rows());
    int features = rows.columns() + 1;
    Arm[] arms = new Arm[rewards.columns()];
    for (int arm = 0; arm < arms.length; arm++) {
      arms[arm] = new Arm(features, lambda);
    }
    double[] row = new double[features];
    row[features - 1] = 1;
    for (int next : shuffled(rows.rows(), random)) {
      float[] values = rows.row(next);
      for (int i = 0; i < values.length; i++) {
        row[i] = values[i];
      }
      pull(arms, row, rewards.row(next));
    }
    return map(arms, features - 1);
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private void pull(Arm[] arms, double[] row, float[] rewards) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int arm = 0; arm < arms.length; arm++) {
      if (Float.isNaN(rewards[arm])) {
        continue;
      }
      if (pullsAll) {
        arms[arm].learn(row, rewards[arm]);
        continue;
      }
      double bound = arms[arm].upperBound(row, alpha);
      if (bound > highest) {
        highest = bound;
        best = arm;
      }
    }
    if (best >= 0) {
      arms[best].learn(row, rewards[best]);
    }
  }

  private static LinearMap map(Arm[] arms, int features) {
    double[][] weights = new double[arms.length][features];
    double[] intercepts = new double[arms.length];
    for (int arm = 0; arm < arms.length; arm++) {
      System.arraycopy(arms[arm].weights, 0, weights[arm], 0, features);
      intercepts[arm] = arms[arm].weights[features];
    }
    return new LinearMap(weights, intercepts);
  }

  /** A ridge regression in progress. */
  private static final class Arm {
    private final double[][] inverse;
    private final double[] weights;
    private final double[] spread;

    Arm(int features, double lambda) {
      this.inverse = new double[features][features];
      this.weights = new double[features];
      this.spread = new double[features];
      for (int i = 0; i < features; i++) {
        inverse[i][i] = 1 / lambda;
      }
    }

    double upperBound(double[] row, double alpha) {
      double mean = dot(weights, row);
      return alpha == 0 ? mean : mean + alpha * Math.sqrt(Math.max(0, variance(row)));
    }

    /** Fills {@link #spread} with inverse · row. */
    private double variance(double[] row) {
      for (int i = 0; i < row.length; i++) {
        spread[i] = dot(inverse[i], row);
      }
      return dot(spread, row);
    }

    /** The inverse by Sherman and Morrison, and the weights that go with it. */
    void learn(double[] row, double reward) {
      double divisor = 1 + variance(row);
      double surprise = (reward - dot(weights, row)) / divisor;
      for (int i = 0; i < row.length; i++) {
        weights[i] += spread[i] * surprise;
        double scale = spread[i] / divisor;
        for (int j = 0; j < row.length; j++) {
          inverse[i][j] -= scale * spread[j];
        }
      }
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }
}
