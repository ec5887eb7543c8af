package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** Brings every dimension to the scale it has among the training queries. */
public final class Standardiser {

  /** A deviation below this is rounding, not signal. */
  private static final double SMALLEST_DEVIATION = 1e-8;

  private final float[] means;
  private final float[] scales;

  private Standardiser(float[] means, float[] scales) {
    this.means = means;
    this.scales = scales;
  }

  /** Leaves values as they are. */
  public static Standardiser identity(int columns) {
    float[] ones = new float[columns];
    Arrays.fill(ones, 1);
    return new Standardiser(new float[columns], ones);
  }

  /**
   * Mean 0 and standard deviation 1 on the rows of {@code train}; a dimension that is constant
   * there is centred only.
   */
  public static Standardiser of(FloatMatrix train) {
    int rows = Require.positive("training queries", train.rows());
    double[] sums = new double[train.columns()];
    double[] squares = new double[sums.length];
    float[] row = new float[sums.length];
    for (int i = 0; i < rows; i++) {
      train.copyRow(i, row, 0);
      for (int column = 0; column < row.length; column++) {
        sums[column] += row[column];
        squares[column] += (double) row[column] * row[column];
      }
    }
    float[] means = new float[sums.length];
    float[] scales = new float[sums.length];
    for (int column = 0; column < means.length; column++) {
      double mean = sums[column] / rows;
      double deviation = Math.sqrt(Math.max(0, squares[column] / rows - mean * mean));
      means[column] = (float) mean;
      scales[column] = deviation < SMALLEST_DEVIATION ? 1 : (float) (1 / deviation);
    }
    return new Standardiser(means, scales);
  }

  /** A standardised copy. */
  public FloatMatrix apply(FloatMatrix rows) {
    Require.equal("embedding columns", rows.columns(), "training columns", means.length);
    float[] values = rows.toArray();
    for (int start = 0; start < values.length; start += means.length) {
      for (int column = 0; column < means.length; column++) {
        values[start + column] = (values[start + column] - means[column]) * scales[column];
      }
    }
    return FloatMatrix.wrap(rows.rows(), means.length, values);
  }
}
