package org.routerlab.learned.engine;

import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The second moments of a matrix: all that a linear regression or a principal component analysis
 * has to know of its columns.
 *
 * @param rows how many rows there were
 * @param means the mean of each column
 * @param products columns × columns: sums over the rows of the products of two centred columns
 */
public record Gram(int rows, double[] means, double[][] products) {

  private record Key() {}

  /** The moments of {@code matrix}; of no rows, zeros. */
  public static Gram of(FloatMatrix matrix) {
    double[] means = means(matrix);
    double[][] products = new double[means.length][means.length];
    double[] centred = new double[means.length];
    float[] row = new float[means.length];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      for (int column = 0; column < row.length; column++) {
        centred[column] = row[column] - means[column];
      }
      for (int column = 0; column < row.length; column++) {
        addScaled(products[column], centred, centred[column], column + 1);
      }
    }
    mirror(products);
    return new Gram(matrix.rows(), means, products);
  }

  /** The moments of the training embeddings, shared by all methods that want them. */
  public static Gram shared(FloatMatrix embeddings, TrainingContext context) {
    return context.shared(embeddings, new Key(), () -> of(embeddings));
  }

  /** The mean of each column; 0 where there are no rows. */
  static double[] means(FloatMatrix matrix) {
    double[] means = new double[matrix.columns()];
    float[] row = new float[means.length];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      for (int column = 0; column < means.length; column++) {
        means[column] += row[column];
      }
    }
    for (int column = 0; column < means.length; column++) {
      means[column] /= Math.max(1, matrix.rows());
    }
    return means;
  }

  /** The mean squared distance of a row from the mean of the rows; 0 of no rows. */
  public double spread() {
    double sum = 0;
    for (int column = 0; column < products.length; column++) {
      sum += products[column][column];
    }
    return sum / Math.max(1, rows);
  }

  private static void addScaled(double[] sums, double[] values, double scale, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += scale * values[i];
    }
  }

  private static void mirror(double[][] lower) {
    for (int row = 0; row < lower.length; row++) {
      for (int column = 0; column < row; column++) {
        lower[column][row] = lower[row][column];
      }
    }
  }
}
