package org.routerlab.eval.select;

import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * {@code tie-lottery}: an even draw among the models that share the highest score. The draw is
 * never carried out: shares and expectations are exact.
 */
public record TieLottery() implements Rule {

  /** The chance of every model to be drawn for a query. */
  public double[] shares(float[] scores) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    int tied = 0;
    for (float score : scores) {
      tied += score == highest ? 1 : 0;
    }
    double[] shares = new double[scores.length];
    for (int model = 0; model < scores.length; model++) {
      shares[model] = scores[model] == highest ? 1.0 / tied : 0;
    }
    return shares;
  }

  /**
   * For every query the expectation of a value of the drawn model.
   *
   * @param scores queries × models
   * @param values queries × models, such as recorded scores, or costs
   */
  public double[] expect(FloatMatrix scores, FloatMatrix values) {
    Require.equal("value rows", values.rows(), "score rows", scores.rows());
    Require.equal("value columns", values.columns(), "score columns", scores.columns());
    double[] expected = new double[scores.rows()];
    for (int row = 0; row < expected.length; row++) {
      double[] shares = shares(scores.row(row));
      for (int model = 0; model < shares.length; model++) {
        // A value that cannot be drawn does not count, even where it is unknown.
        expected[row] += shares[model] == 0 ? 0 : shares[model] * values.get(row, model);
      }
    }
    return expected;
  }

  @Override
  public String text() {
    return "tie-lottery";
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
