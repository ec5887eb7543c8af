package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** Means of observed scores and of known costs, always finite. */
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
    Require.equal("groups of queries", groups.length, "queries", outcomes.size());
    int models = outcomes.pool().size();
    double[] sums = new double[count * models];
    int[] observed = new int[sums.length];
    for (int row = 0; row < groups.length; row++) {
      for (int model = 0; model < models; model++) {
        if (outcomes.isObserved(row, model)) {
          sums[groups[row] * models + model] += outcomes.score(row, model);
          observed[groups[row] * models + model]++;
        }
      }
    }
    double[] overall = overall(outcomes);
    float[] means = new float[sums.length];
    for (int cell = 0; cell < means.length; cell++) {
      double weight = observed[cell] + smoothing;
      double mean = overall[cell % models];
      means[cell] = (float) (weight == 0 ? mean : (sums[cell] + smoothing * mean) / weight);
    }
    return FloatMatrix.wrap(count, models, means);
  }
}
