package org.routerlab.eval.calibrate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** What calibrators are fitted on: for every model its observed outcomes with their scores. */
final class ValidationScores {

  private static final double SHARED_PENALTY = 1e-6;
  private static final double MODEL_PENALTY = 1e-3;

  private final OutcomeTable outcomes;
  private final double[][] scores;
  private final double[][] labels;
  private final int[] order;
  private final double mean;
  private final double deviation;

  ValidationScores(FloatMatrix predictions, Centring centring, OutcomeTable outcomes, int[] order) {
    int models = predictions.columns();
    this.outcomes = outcomes;
    this.order = order;
    this.scores = new double[models][predictions.rows()];
    this.labels = new double[models][predictions.rows()];
    int[] counts = new int[models];
    float[] raw = new float[models];
    double[] centred = new double[models];
    for (int row = 0; row < predictions.rows(); row++) {
      predictions.copyRow(row, raw, 0);
      centring.apply(raw, centred);
      for (int model = 0; model < models; model++) {
        requireFinite(row, outcomes.pool().name(model), raw[model]);
        if (outcomes.isObserved(row, model)) {
          scores[model][counts[model]] = centred[model];
          labels[model][counts[model]++] = outcomes.score(row, model);
        }
      }
    }
    for (int model = 0; model < models; model++) {
      scores[model] = Arrays.copyOf(scores[model], counts[model]);
      labels[model] = Arrays.copyOf(labels[model], counts[model]);
    }
    double[] all = inOrder(scores);
    this.mean = sum(all) / Math.max(1, all.length);
    double squares = 0;
    for (double score : all) {
      squares += (score - mean) * (score - mean);
    }
    double spread = Math.sqrt(squares / Math.max(1, all.length));
    // Scores that are all one number carry nothing; rounding of their mean is no spread.
    this.deviation = spread > 1e-12 * Math.abs(mean) ? spread : 0;
  }

  private static void requireFinite(int row, String model, float score) {
    if (!Float.isFinite(score)) {
      throw new IllegalArgumentException(
          "predictions must be finite but that of model "
              + model
              + " on validation row "
              + row
              + " is "
              + score);
    }
  }

  int models() {
    return scores.length;
  }

  String name(int model) {
    return outcomes.pool().name(model);
  }

  int observed(int model) {
    return scores[model].length;
  }

  boolean isEmpty() {
    return IntStream.range(0, models()).allMatch(model -> observed(model) == 0);
  }

  PlattFit sharedFit() {
    return PlattFit.of(
        standard(inOrder(scores)), inOrder(labels), new PlattFit(0, 0), SHARED_PENALTY);
  }

  PlattFit fit(int model, PlattFit shared) {
    return observed(model) == 0
        ? shared
        : PlattFit.of(standard(scores[model]), labels[model], shared, MODEL_PENALTY);
  }

  ScoreCurve curve(PlattFit fit) {
    return score -> ScoreCurve.sigmoid(fit.slope() * standard(score) + fit.offset());
  }

  IsotonicCurve isotonic(int model) {
    int[] ascending =
        IntStream.range(0, observed(model))
            .boxed()
            .sorted(Comparator.comparingDouble(row -> scores[model][row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return IsotonicCurve.of(
        Arrays.stream(ascending).mapToDouble(row -> scores[model][row]).toArray(),
        Arrays.stream(ascending).mapToDouble(row -> labels[model][row]).toArray());
  }

  private double standard(double score) {
    return deviation == 0 ? 0 : (score - mean) / deviation;
  }

  private double[] standard(double[] raw) {
    return Arrays.stream(raw).map(this::standard).toArray();
  }

  private double[] inOrder(double[][] ofModels) {
    return Arrays.stream(order)
        .mapToObj(model -> ofModels[model])
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
