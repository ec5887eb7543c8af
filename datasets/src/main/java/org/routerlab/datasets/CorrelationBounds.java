package org.routerlab.datasets;

import java.util.stream.IntStream;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * How much columns of right and wrong can correlate, given how often they are right: one that is
 * right on 1 % of the queries cannot correlate much with one that is right on half of them.
 */
final class CorrelationBounds {

  private final double[] means;

  private CorrelationBounds(double[] means) {
    this.means = means;
  }

  static CorrelationBounds of(FloatMatrix scores) {
    double[] means = new double[scores.columns()];
    int[] counts = new int[means.length];
    for (int row = 0; row < scores.rows(); row++) {
      for (int column = 0; column < means.length; column++) {
        float score = scores.get(row, column);
        means[column] += Float.isNaN(score) ? 0 : score;
        counts[column] += Float.isNaN(score) ? 0 : 1;
      }
    }
    for (int column = 0; column < means.length; column++) {
      means[column] /= Math.max(1, counts[column]);
    }
    return new CorrelationBounds(means);
  }

  /**
   * The median bound of a column with those of a core, as a share of what these have; at most 1.
   */
  double share(int column, boolean[] core) {
    double ofCore =
        Correlations.median(
            IntStream.range(0, core.length)
                .filter(other -> core[other])
                .mapToDouble(other -> median(other, core))
                .toArray());
    return Math.min(1, median(column, core) / ofCore);
  }

  private double median(int column, boolean[] core) {
    return Correlations.median(
        IntStream.range(0, core.length)
            .filter(other -> core[other] && other != column)
            .mapToDouble(other -> bound(means[column], means[other]))
            .toArray());
  }

  private static double bound(double a, double b) {
    double low = clamped(Math.min(a, b));
    double high = clamped(Math.max(a, b));
    return Math.sqrt(low * (1 - high) / (high * (1 - low)));
  }

  // Off 0 and 1, where no correlation is defined.
  private static double clamped(double mean) {
    return Math.min(1 - 1e-6, Math.max(1e-6, mean));
  }
}
