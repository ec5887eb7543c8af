package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The measures of RouterEval (arXiv 2503.10657); its μ is {@link Metrics#accuracy}, and what it
 * asks E_p for, whether many models are used, {@link Metrics#selectionEntropy} says of choices.
 */
public final class RouterEval {

  private static final String SOURCE = "arXiv 2503.10657";

  private RouterEval() {}

  /** All of them; {@code value-reference} also on every dataset that has a published reference. */
  public static List<Metric> metrics(TestSet test) {
    QueryMetric value = referenceValue(ReferenceAccuracies.PUBLISHED);
    List<Metric> metrics = new ArrayList<>(List.of(value));
    for (String dataset : test.datasets()) {
      if (ReferenceAccuracies.PUBLISHED.of(dataset).isPresent()) {
        metrics.add(value.on(test.subset("dataset/" + dataset)));
      }
    }
    metrics.add(bestValue(BestSingleBasis.TEST_MEAN));
    metrics.add(bestValue(BestSingleBasis.TRAIN));
    metrics.addAll(List.of(predictionEntropy(), predictionEntropyOfShares()));
    return List.copyOf(metrics);
  }

  /**
   * {@code value-reference} (V_R): the router's score ÷ the accuracy of a strong reference model,
   * both summed over the queries whose dataset has a reference.
   *
   * <p>At least 0, above 1 the router outdoes the reference; higher is better. NaN where no dataset
   * has one.
   */
  public static QueryMetric referenceValue(ReferenceAccuracies references) {
    return QueryMetric.of(
        new MetricDefinition(
                "value-reference",
                "ratio",
                Better.HIGHER,
                false,
                "sum y[i, r(i)] / sum of the reference accuracy of the dataset of i, over i that"
                    + " have one (V_R)",
                SOURCE)
            .in("[0, inf)")
            .undefined("where no dataset has a reference"),
        evaluation -> {
          TestSet test = evaluation.test();
          double[] scores = AccuracyMetrics.scores(evaluation);
          double[] expected = new double[scores.length];
          for (int row = 0; row < scores.length; row++) {
            String dataset = test.queries().get(row).dataset();
            expected[row] = references.of(dataset).orElse(0);
            scores[row] = expected[row] == 0 ? 0 : scores[row];
          }
          return new Ratio(Column.of(scores), Column.of(expected));
        });
  }

  /**
   * {@code value-best} (V_B): the router's accuracy ÷ that of the best single model on test, as
   * published; {@code value-best-train} ÷ that of the best single model of training, {@code
   * value-best-test-best-by-dataset} ÷ that of the best dataset average on test.
   *
   * <p>At least 0, above 1 the router outdoes the model; higher is better. NaN where the model is
   * never right. Read V_B by dataset by evaluating a dataset on its own: the model is the best of
   * the whole test set.
   */
  public static QueryMetric bestValue(BestSingleBasis basis) {
    String reading =
        switch (basis) {
          case TEST_MEAN -> "";
          case TRAIN -> "-train";
          case TEST_DATASET_AVERAGE -> basis.suffix();
        };
    return QueryMetric.of(
        new MetricDefinition(
                "value-best" + reading,
                "ratio",
                Better.HIGHER,
                false,
                "sum_i y[i, r(i)] / sum_i y[i, m*]; " + basis.words() + " (V_B)",
                SOURCE)
            .in("[0, inf)")
            .undefined("where m* is right on no query")
            .variantOf(reading.isEmpty() ? "" : "value-best"),
        evaluation -> {
          TestSet test = evaluation.test();
          int best = basis.model(test);
          double[] single = new double[test.size()];
          Arrays.setAll(single, row -> test.score(row, best));
          return new Ratio(Column.of(AccuracyMetrics.scores(evaluation)), Column.of(single));
        });
  }

  /**
   * {@code prediction-entropy} (E_p): the mean entropy of the softmax of a query's predictions.
   *
   * <p>Bits in [0, log₂ models]; neither way is better. It goes by the scale of predictions: those
   * in [0, 1] are always near log₂ models, so that routers cannot be compared by it. NaN for a
   * router that only decides.
   */
  public static QueryMetric predictionEntropy() {
    return entropy(
        "prediction-entropy",
        "",
        "mean_i - sum_m q_m log2 q_m, q = softmax of p[i, .] (E_p)",
        "for a router without predictions",
        RouterEval::softmax);
  }

  /**
   * {@code prediction-entropy-shares}: the same with predictions divided by their sum, those below
   * 0 taken as 0, as RouterEval does for one of its routers.
   *
   * <p>Queries without a prediction above 0 are left out; NaN where that is all of them.
   */
  public static QueryMetric predictionEntropyOfShares() {
    return entropy(
        "prediction-entropy-shares",
        "prediction-entropy",
        "mean over i with a p > 0 of - sum_m q_m log2 q_m, q_m = max(0, p[i, m]) / sum",
        "for a router without predictions above 0",
        RouterEval::shares);
  }

  private static QueryMetric entropy(
      String name,
      String variantOf,
      String formula,
      String undefined,
      UnaryOperator<double[]> weights) {
    return QueryMetric.of(
        new MetricDefinition(name, "bits", Better.NEITHER, false, formula, SOURCE)
            .in("[0, log2 models]")
            .undefined(undefined)
            .variantOf(variantOf),
        evaluation -> entropies(evaluation, weights));
  }

  private static Ratio entropies(Evaluation evaluation, UnaryOperator<double[]> weights) {
    TestSet test = evaluation.test();
    Optional<FloatMatrix> predictions = evaluation.predictions();
    double[] entropies = new double[test.size()];
    double[] counted = new double[test.size()];
    for (int row = 0; predictions.isPresent() && row < test.size(); row++) {
      double[] predicted = new double[test.pool().size()];
      for (int model = 0; model < predicted.length; model++) {
        predicted[model] = predictions.get().get(row, model);
      }
      double[] weighted = weights.apply(predicted);
      double sum = Arrays.stream(weighted).sum();
      counted[row] = sum > 0 ? 1 : 0;
      for (double weight : weighted) {
        double share = weight / sum;
        entropies[row] -= share > 0 ? share * StrictMath.log(share) / StrictMath.log(2) : 0;
      }
    }
    return new Ratio(Column.of(entropies), Column.of(counted));
  }

  private static double[] softmax(double[] predicted) {
    double greatest = Arrays.stream(predicted).max().orElse(0);
    return Arrays.stream(predicted).map(value -> StrictMath.exp(value - greatest)).toArray();
  }

  private static double[] shares(double[] predicted) {
    return Arrays.stream(predicted).map(value -> Math.max(0, value)).toArray();
  }
}
