package org.routerlab.eval;

import java.util.Arrays;
import org.routerlab.core.Require;

/**
 * The corrected resampled t test of Nadeau and Bengio, Inference for the Generalization Error
 * (Machine Learning 52, 2003): whether two routers differ, judged by their difference on several
 * random splits into training and test queries.
 *
 * <p>The splits overlap, so that the differences depend on each other and their variance over the
 * number of splits is too small. With J differences of mean d and sample variance s² the statistic
 * is t = d / √((1/J + n_test / n_train) s²), by Student's t with J − 1 degrees of freedom. It tells
 * about routers trained on other queries too, which the bootstrap of one test set does not.
 *
 * <p>With one difference, and where all are equal, nothing is known of their spread: all but the
 * mean is NaN. Without any, or with one that is not finite, the mean is NaN too.
 *
 * @param mean of the differences
 * @param standardError √((1/J + n_test / n_train) s²)
 * @param statistic mean / standardError
 * @param degreesOfFreedom J − 1, at least 0
 * @param p two-sided
 * @param low the lower end of the interval of the difference
 * @param high its upper end
 */
public record CorrectedResampledT(
    double mean,
    double standardError,
    double statistic,
    int degreesOfFreedom,
    double p,
    double low,
    double high) {

  /**
   * Tests a difference per split, or per seed where each has a split of its own.
   *
   * @param differences a metric of one router less that of the other
   * @param testToTrain n_test / n_train, finite; 0 is the plain t test
   * @param confidence of the interval, in (0, 1)
   */
  public static CorrectedResampledT of(
      double[] differences, double testToTrain, double confidence) {
    if (!(testToTrain >= 0 && Double.isFinite(testToTrain))) {
      throw new IllegalArgumentException(
          "the ratio of test to training queries must be finite and at least 0 but is "
              + testToTrain);
    }
    Require.between("confidence", confidence, Math.nextUp(0.0), Math.nextDown(1.0));
    int freedom = Math.max(0, differences.length - 1);
    double mean = mean(differences);
    boolean isKnown = Arrays.stream(differences).distinct().count() > 1 && Double.isFinite(mean);
    if (!isKnown) {
      double none = Double.NaN;
      return new CorrectedResampledT(mean, none, none, freedom, none, none, none);
    }
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    double variance = (1.0 / differences.length + testToTrain) * squares / freedom;
    double error = Math.sqrt(variance);
    double statistic = mean / error;
    double reach = error * Quantiles.student(1 - (1 - confidence) / 2, freedom);
    return new CorrectedResampledT(
        mean,
        error,
        statistic,
        freedom,
        Quantiles.bothStudentTails(statistic, freedom),
        mean - reach,
        mean + reach);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    return Double.isFinite(mean) ? mean : Double.NaN;
  }
}
