package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;

/** Metrics of the scores of the chosen models. */
final class AccuracyMetrics {

  private static final String PLATEAU = "arXiv 2606.07587, section 3";

  private AccuracyMetrics() {}

  static QueryMetric accuracy() {
    return QueryMetric.of(
        new MetricDefinition(
            "accuracy", "fraction", Better.HIGHER, false, "mean_i y[i, r(i)]", PLATEAU),
        evaluation -> Ratio.mean(scores(evaluation)));
  }

  static QueryMetric oracleGap() {
    return QueryMetric.of(
        new MetricDefinition(
                "oracle-gap",
                "pp",
                Better.LOWER,
                false,
                "100 * (mean_i max_m y[i, m] - mean_i y[i, r(i)])",
                PLATEAU)
            .in("[0, 100]"),
        evaluation -> {
          double[] gaps = scores(evaluation);
          for (int row = 0; row < gaps.length; row++) {
            gaps[row] = 100 * (evaluation.test().oracleScore(row) - gaps[row]);
          }
          return Ratio.mean(gaps);
        });
  }

  static QueryMetric gapClosed() {
    return QueryMetric.of(
        new MetricDefinition(
                "gap-closed",
                "fraction",
                Better.HIGHER,
                false,
                "sum_i (y[i, r(i)] - y[i, m*]) / sum_i (max_m y[i, m] - y[i, m*])",
                "RouterLab; m* is the best single model on training outcomes")
            .in("at most 1, negative below the best single model")
            .undefined("where the best single model is right whenever any model is"),
        AccuracyMetrics::gained);
  }

  private static Ratio gained(Evaluation evaluation) {
    TestSet test = evaluation.test();
    int bestSingle = test.ranking().best();
    double[] gained = scores(evaluation);
    double[] possible = new double[gained.length];
    for (int row = 0; row < gained.length; row++) {
      gained[row] -= test.score(row, bestSingle);
      possible[row] = test.oracleScore(row) - test.score(row, bestSingle);
    }
    return new Ratio(Column.of(gained), Column.of(possible));
  }

  static SetMetric datasetAverage() {
    return SetMetric.of(
        new MetricDefinition(
            "dataset-average",
            "fraction",
            Better.HIGHER,
            false,
            "mean over datasets d of mean_{i in d} y[i, r(i)]",
            "arXiv 2601.07206 (AvgAcc)"),
        AccuracyMetrics::datasetColumns,
        AccuracyMetrics::meanOfRatios);
  }

  private static List<Column> datasetColumns(Evaluation evaluation) {
    TestSet test = evaluation.test();
    Column scores = Column.of(scores(evaluation));
    Column ones = Column.constant(test.size(), 1);
    List<Column> columns = new ArrayList<>();
    for (String name : test.datasets()) {
      QuerySubset dataset = test.subset("dataset/" + name);
      columns.add(scores.within(dataset));
      columns.add(ones.within(dataset));
    }
    return columns;
  }

  /** The mean over the datasets that the resample has queries of. */
  private static double meanOfRatios(double[] sums) {
    double total = 0;
    int present = 0;
    for (int i = 0; i < sums.length; i += 2) {
      if (sums[i + 1] > 0) {
        total += sums[i] / sums[i + 1];
        present++;
      }
    }
    return total / present;
  }

  static double[] scores(Evaluation evaluation) {
    return evaluation.selection().expect(evaluation.test()::score);
  }
}
