package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The accuracy of a router against that of a reference, dataset by dataset. */
final class DatasetRatios {

  /** Columns a dataset has: scores of the router, scores of the reference, ones. */
  private static final int COLUMNS = 3;

  /** A mean score this small is what rounding leaves of none, with a query left out, say. */
  private static final double ROUNDING = 1e-12;

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

  /**
   * Router ÷ reference, averaged over the datasets that there are on all queries, and of these, for
   * a mean of ratios, over those on which the reference has a score.
   *
   * <p>They stay the same on a resample. One that has no query of a dataset, or for a mean of
   * ratios no score of the reference on it, would be about other datasets and is NaN.
   *
   * @param whole the sums of {@link #columns} over all queries
   * @return from the same sums over a resample to the average
   */
  static ToDoubleFunction<double[]> average(Averaging averaging, double[] whole) {
    int[] counted =
        IntStream.iterate(0, first -> first < whole.length, first -> first + COLUMNS)
            .filter(
                first ->
                    switch (averaging) {
                      case MEAN_OF_RATIOS -> isReferred(whole, first);
                      case RATIO_OF_MEANS -> whole[first + 2] > 0;
                    })
            .toArray();
    return switch (averaging) {
      case MEAN_OF_RATIOS -> sums -> meanOfRatios(counted, sums);
      case RATIO_OF_MEANS -> sums -> ratioOfMeans(counted, sums);
    };
  }

  private static double meanOfRatios(int[] counted, double[] sums) {
    double total = 0;
    for (int first : counted) {
      if (!isReferred(sums, first)) {
        return Double.NaN;
      }
      total += sums[first] / sums[first + 1];
    }
    return counted.length == 0 ? Double.NaN : total / counted.length;
  }

  private static double ratioOfMeans(int[] counted, double[] sums) {
    double router = 0;
    double reference = 0;
    for (int first : counted) {
      if (!(sums[first + 2] > 0)) {
        return Double.NaN;
      }
      router += sums[first] / sums[first + 2];
      reference += sums[first + 1] / sums[first + 2];
    }
    return reference > ROUNDING ? router / reference : Double.NaN;
  }

  /** Whether the reference has a score on a dataset; not on one without queries. */
  private static boolean isReferred(double[] sums, int first) {
    return sums[first + 1] > ROUNDING * sums[first + 2];
  }
}
