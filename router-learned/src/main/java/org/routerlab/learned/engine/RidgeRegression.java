package org.routerlab.learned.engine;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.routerlab.core.Require;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Linear least squares with a penalty of {@code alpha} times the squared weights, in closed form:
 * one decomposition serves all columns. The intercept is free.
 *
 * @param alpha above 0
 * @param embeddings the training embeddings, whose moments are shared with other trainings
 * @param context where they are shared
 */
public record RidgeRegression(double alpha, FloatMatrix embeddings, TrainingContext context)
    implements Regression {

  /** Rejects {@code alpha <= 0} and nulls. */
  public RidgeRegression {
    Require.positive("alpha", alpha);
    Objects.requireNonNull(embeddings, "embeddings");
    Objects.requireNonNull(context, "context");
  }

  @Override
  public UnaryOperator<FloatMatrix> fit(FloatMatrix inputs, FloatMatrix targets) {
    Gram gram = inputs == embeddings ? Gram.shared(inputs, context) : Gram.of(inputs);
    double[] targetMeans = Gram.means(targets);
    double[][] weights = solve(gram, covariances(inputs, gram.means(), targets, targetMeans));
    double[] intercepts = new double[weights.length];
    for (int column = 0; column < weights.length; column++) {
      intercepts[column] = targetMeans[column];
      for (int i = 0; i < weights[column].length; i++) {
        intercepts[column] -= weights[column][i] * gram.means()[i];
      }
    }
    return new LinearMap(weights, intercepts);
  }

  /** Features × columns. */
  private static double[][] covariances(
      FloatMatrix inputs, double[] inputMeans, FloatMatrix targets, double[] targetMeans) {
    double[][] sums = new double[inputs.columns()][targets.columns()];
    for (int row = 0; row < inputs.rows(); row++) {
      float[] input = inputs.row(row);
      float[] target = targets.row(row);
      for (int i = 0; i < input.length; i++) {
        double centred = input[i] - inputMeans[i];
        for (int column = 0; column < target.length; column++) {
          sums[i][column] += centred * (target[column] - targetMeans[column]);
        }
      }
    }
    return sums;
  }

  /** Columns × features. */
  private double[][] solve(Gram gram, double[][] covariances) {
    int size = gram.means().length;
    double[][] penalised = new double[size][];
    for (int i = 0; i < size; i++) {
      penalised[i] = gram.products()[i].clone();
      penalised[i][i] += alpha;
    }
    CholeskyDecomposition cholesky =
        new CholeskyDecomposition(new Array2DRowRealMatrix(penalised, false), 1e-9, 0);
    return cholesky
        .getSolver()
        .solve(new Array2DRowRealMatrix(covariances, false))
        .transpose()
        .getData();
  }
}
