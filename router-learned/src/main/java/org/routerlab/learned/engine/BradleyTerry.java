package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.Require;

/**
 * Strengths of models from their comparisons: one model beats another with the chance {@code
 * sigmoid(strength - strength of the other)}.
 */
public final class BradleyTerry {

  private static final int MOST_STEPS = 200;
  private static final double SMALL_STEP = 1e-9;
  private static final double SMALLEST_LOGARITHM = -700;

  private BradleyTerry() {}

  /**
   * The most likely strengths under a normal prior, by Newton's method.
   *
   * @param prior the mean of each model's prior
   * @param precision the prior's inverse variance, above 0; it keeps the strength of a model that
   *     always wins finite
   */
  public static double[] strengths(PairStats pairs, double[] prior, double precision) {
    Require.equal("prior means", prior.length, "models", pairs.models());
    Require.positive("precision", precision);
    double[] strengths = prior.clone();
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] step = step(pairs, strengths, prior, precision);
      // A full step can overshoot for ever; this fraction of it never does, and tends to 1.
      double spread = Arrays.stream(step).max().orElse(0) - Arrays.stream(step).min().orElse(0);
      double fraction = spread == 0 ? 1 : StrictMath.log1p(spread) / spread;
      double largest = 0;
      for (int model = 0; model < step.length; model++) {
        strengths[model] += fraction * step[model];
        largest = Math.max(largest, Math.abs(step[model]));
      }
      if (largest < SMALL_STEP) {
        break;
      }
    }
    return strengths;
  }

  private static double[] step(
      PairStats pairs, double[] strengths, double[] prior, double precision) {
    int models = strengths.length;
    double[] odds = odds(strengths);
    double[] gradient = new double[models];
    double[][] curvature = new double[models][models];
    for (int model = 0; model < models; model++) {
      gradient[model] = pairs.points(model) - precision * (strengths[model] - prior[model]);
      curvature[model][model] = precision;
      for (int other = 0; other < models; other++) {
        double count = pairs.count(model, other);
        double chance = odds[model] / (odds[model] + odds[other]);
        double slope = count * chance * (odds[other] / (odds[model] + odds[other]));
        gradient[model] -= count * chance;
        curvature[model][other] -= slope;
        curvature[model][model] += slope;
      }
    }
    return solve(curvature, gradient);
  }

  private static double[] odds(double[] strengths) {
    double highest = Arrays.stream(strengths).max().orElse(0);
    return Arrays.stream(strengths)
        .map(strength -> StrictMath.exp(Math.max(SMALLEST_LOGARITHM, strength - highest)))
        .toArray();
  }

  /** Solves a symmetric positive definite system by Cholesky decomposition, in place. */
  private static double[] solve(double[][] matrix, double[] values) {
    int size = values.length;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int i = 0; i < column; i++) {
          sum -= matrix[row][i] * matrix[column][i];
        }
        matrix[row][column] = row == column ? Math.sqrt(sum) : sum / matrix[column][column];
      }
      double value = values[row];
      for (int i = 0; i < row; i++) {
        value -= matrix[row][i] * values[i];
      }
      values[row] = value / matrix[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      double value = values[row];
      for (int i = row + 1; i < size; i++) {
        value -= matrix[i][row] * values[i];
      }
      values[row] = value / matrix[row][row];
    }
    return values;
  }
}
