package org.routerlab.eval;

import java.util.Arrays;
import org.routerlab.core.ModelRanking;

/**
 * On which outcomes the best single model m* is found. Ties go by the ranking.
 *
 * <p>With hindsight too it is found once on all test queries: a resample does not look for its own,
 * so that intervals leave out that the choice of m* itself is uncertain.
 */
public enum BestSingleBasis {
  /** The highest mean score in training: the one model a deployed system could know. */
  TRAIN("", "m* the best single model on training outcomes"),

  /** The highest mean score on the test queries; hindsight. */
  TEST_MEAN(
      "-test-best",
      "m* the model of the highest mean test score (hindsight), the same on every resample"),

  /** The highest unweighted mean over datasets of test accuracies; hindsight. */
  TEST_DATASET_AVERAGE(
      "-test-best-by-dataset",
      "m* the model of the highest dataset-average on test (hindsight), the same on every"
          + " resample");

  /** Equal sums of means may differ by this much. */
  private static final double ROUNDING = 1e-12;

  private final String suffix;
  private final String words;

  BestSingleBasis(String suffix, String words) {
    this.suffix = suffix;
    this.words = words;
  }

  /** What follows the name of a metric read in this way. */
  String suffix() {
    return suffix;
  }

  /** For formulas. */
  String words() {
    return words;
  }

  /** The best single model, found once on all complete rows and not anew on a subset. */
  int model(TestSet test) {
    return switch (this) {
      case TRAIN -> test.ranking().best();
      case TEST_MEAN -> References.bestOnTest(test);
      case TEST_DATASET_AVERAGE -> bestByDatasetAverage(test);
    };
  }

  private static int bestByDatasetAverage(TestSet test) {
    double[] averages = new double[test.pool().size()];
    for (String name : test.datasets()) {
      double[] means = References.means(test, test.subset("dataset/" + name));
      Arrays.setAll(averages, model -> averages[model] + means[model]);
    }
    ModelRanking ranking = test.ranking();
    int best = 0;
    for (int model = 1; model < averages.length; model++) {
      double ahead = averages[model] - averages[best];
      if (ahead > ROUNDING || (ahead >= -ROUNDING && ranking.prefers(model, best))) {
        best = model;
      }
    }
    return best;
  }
}
