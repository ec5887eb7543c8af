package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The accuracy of a router against that of a reference, dataset by dataset. */
final class DatasetRatios {

  /** Columns a dataset has: scores of the router, scores of the reference, ones. */
  private static final int COLUMNS = 3;

  private DatasetRatios() {}

  /**
   * Three columns a dataset.
   *
   * @param reference the reference's score on a row
   */
  static List<Column> columns(Evaluation evaluation, IntToDoubleFunction reference) {
    TestSet test = evaluation.test();
    double[] values = new double[test.size()];
    Arrays.setAll(values, reference);
    List<Column> all =
        List.of(
            Column.of(AccuracyMetrics.scores(evaluation)),
            Column.of(values),
            Column.constant(test.size(), 1));
    List<Column> columns = new ArrayList<>();
    for (String name : test.datasets()) {
      QuerySubset dataset = test.subset("dataset/" + name);
      all.forEach(column -> columns.add(column.within(dataset)));
    }
    return columns;
  }

  /** Router ÷ reference; NaN where the reference has no score at all. */
  static double average(Averaging averaging, double[] sums) {
    return switch (averaging) {
      case MEAN_OF_RATIOS -> meanOfRatios(sums);
      case RATIO_OF_MEANS -> ratioOfMeans(sums);
    };
  }

  private static double meanOfRatios(double[] sums) {
    double total = 0;
    int counted = 0;
    for (int i = 0; i < sums.length; i += COLUMNS) {
      // Scores are at least 0: a sum of 0 is exact, and a dataset without rows has one too.
      if (sums[i + 1] > 0) {
        total += sums[i] / sums[i + 1];
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : total / counted;
  }

  private static double ratioOfMeans(double[] sums) {
    double router = 0;
    double reference = 0;
    for (int i = 0; i < sums.length; i += COLUMNS) {
      if (sums[i + 2] > 0) {
        router += sums[i] / sums[i + 2];
        reference += sums[i + 1] / sums[i + 2];
      }
    }
    return reference > 0 ? router / reference : Double.NaN;
  }
}
