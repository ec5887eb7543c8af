package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** Means of observed scores, always finite, and of known costs. */
public final class OutcomeMeans {

  private OutcomeMeans() {}

  /** Each model's mean over its observed scores; 0 for a model never observed. */
  public static double[] overall(OutcomeTable outcomes) {
    return Arrays.stream(outcomes.meanScores())
        .map(mean -> Double.isNaN(mean) ? 0 : mean)
        .toArray();
  }

  /**
   * Each model's mean over its known costs; of a model without any the highest mean of the others,
   * and 0 throughout where no cost is known.
   */
  public static double[] costs(OutcomeTable outcomes) {
    if (!outcomes.hasCosts()) {
      return new double[outcomes.pool().size()];
    }
    double[] means = outcomes.meanCosts();
    double highest = Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).max().orElse(0);
    return Arrays.stream(means).map(mean -> Double.isNaN(mean) ? highest : mean).toArray();
  }

  /**
   * Each model's smoothed mean score within groups of queries: (sum of scores + smoothing × overall
   * mean) / (observed scores + smoothing).
   *
   * @param groups the group of each query, from 0
   * @param count the number of groups
   * @param smoothing how many scores at the overall mean are added to each group; at least 0
   * @return groups × models; the overall mean where there is nothing to average
   */
  public static FloatMatrix byGroup(
      OutcomeTable outcomes, int[] groups, int count, double smoothing) {
    return byGroup(outcomes.scores(), overall(outcomes), groups, count, smoothing);
  }

  /**
   * Each model's mean known cost within groups of queries.
   *
   * @param outcomes a table with costs
   * @param groups the group of each query, from 0
   * @param count the number of groups
   * @return groups × models; the model's overall mean where a group knows none of its costs, NaN
   *     for a model without any
   */
  public static FloatMatrix costsByGroup(OutcomeTable outcomes, int[] groups, int count) {
    return byGroup(outcomes.costs(), outcomes.meanCosts(), groups, count, 0);
  }

  private static FloatMatrix byGroup(
      FloatMatrix values, double[] overall, int[] groups, int count, double smoothing) {
    Require.equal("groups of queries", groups.length, "queries", values.rows());
    int models = values.columns();
    double[] sums = new double[count * models];
    int[] observed = new int[sums.length];
    for (int row = 0; row < groups.length; row++) {
      for (int model = 0; model < models; model++) {
        float value = values.get(row, model);
        if (!Float.isNaN(value)) {
          sums[groups[row] * models + model] += value;
          observed[groups[row] * models + model]++;
        }
      }
    }
    float[] means = new float[sums.length];
    for (int cell = 0; cell < means.length; cell++) {
      double weight = observed[cell] + smoothing;
      double mean = overall[cell % models];
      means[cell] = (float) (weight == 0 ? mean : (sums[cell] + smoothing * mean) / weight);
    }
    return FloatMatrix.wrap(count, models, means);
  }
}
