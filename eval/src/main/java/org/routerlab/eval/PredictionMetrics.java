package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.routerlab.core.matrix.FloatMatrix;

/** Metrics of predicted scores against recorded ones, over all models and not the chosen alone. */
final class PredictionMetrics {

  private static final String PLATEAU = "arXiv 2606.07587, section 5.3";

  /** Predictions are kept this far from 0 and 1 before a logarithm. */
  private static final double CLIP = 1e-6;

  private static final int BINS = 15;

  private PredictionMetrics() {}

  static QueryMetric crossEntropy() {
    return QueryMetric.of(
        new MetricDefinition(
                "bce",
                "nats",
                Better.LOWER,
                false,
                "mean_{i,m} -(y ln p + (1 - y) ln(1 - p)), p clipped to [1e-6, 1 - 1e-6]",
                PLATEAU)
            .in("[0, 13.82]")
            .undefined("for a router that only decides"),
        evaluation -> means(evaluation, PredictionMetrics::crossEntropy));
  }

  static QueryMetric brier() {
    return QueryMetric.of(
        new MetricDefinition(
                "brier",
                "squared fraction",
                Better.LOWER,
                false,
                "mean_{i,m} (p - y)^2",
                "Brier (1950), of each model's binary event")
            .in("[0, 1] for probabilities")
            .undefined("for a router that only decides"),
        evaluation -> means(evaluation, (p, y) -> (p - y) * (p - y)));
  }

  static SetMetric calibrationError() {
    return SetMetric.of(
        new MetricDefinition(
                "ece",
                "fraction",
                Better.LOWER,
                false,
                "sum_b |sum_{(i,m) in b} (p - y)| / (i,m) in all, 15 bins b of equal width; of several"
                    + " runs, of their predictions together; its interval leans upwards",
                "Guo et al. (arXiv 1706.04599)")
            .in("[0, 1] for probabilities")
            .undefined("for a router that only decides"),
        PredictionMetrics::binColumns,
        PredictionMetrics::calibrationError);
  }

  private static double crossEntropy(double p, double y) {
    double clipped = Math.min(1 - CLIP, Math.max(CLIP, p));
    return -(y * StrictMath.log(clipped) + (1 - y) * StrictMath.log(1 - clipped));
  }

  private interface Loss {
    double of(double prediction, double score);
  }

  private static Ratio means(Evaluation evaluation, Loss loss) {
    TestSet test = evaluation.test();
    Optional<FloatMatrix> predictions = evaluation.predictions();
    if (predictions.isEmpty()) {
      Column none = Column.constant(test.size(), 0);
      return new Ratio(none, none);
    }
    int models = test.pool().size();
    double[] values = new double[test.size()];
    for (int row = 0; row < values.length; row++) {
      double sum = 0;
      for (int model = 0; model < models; model++) {
        sum += loss.of(predictions.get().get(row, model), test.score(row, model));
      }
      values[row] = sum / models;
    }
    return Ratio.mean(values);
  }

  /** The number of predictions, then for every bin the sum of predictions less scores. */
  private static List<Column> binColumns(Evaluation evaluation) {
    TestSet test = evaluation.test();
    int models = test.pool().size();
    Optional<FloatMatrix> predictions = evaluation.predictions();
    double[][] bins = new double[BINS][test.size()];
    for (int row = 0; predictions.isPresent() && row < test.size(); row++) {
      for (int model = 0; model < models; model++) {
        double p = predictions.get().get(row, model);
        int bin = (int) Math.max(0, Math.min(BINS - 1, p * BINS));
        bins[bin][row] += p - test.score(row, model);
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.constant(test.size(), predictions.isPresent() ? models : 0));
    for (double[] bin : bins) {
      columns.add(Column.of(bin));
    }
    return columns;
  }

  private static double calibrationError(double[] sums) {
    double error = 0;
    for (int bin = 1; bin < sums.length; bin++) {
      error += Math.abs(sums[bin]);
    }
    return sums[0] == 0 ? Double.NaN : error / sums[0];
  }
}
