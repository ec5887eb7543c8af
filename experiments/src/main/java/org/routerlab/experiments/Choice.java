package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.eval.Better;
import org.routerlab.eval.Column;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;

/**
 * Chooses one configuration of every router by its mean over seeds on validation queries; of equal
 * ones the first of the grid. Test outcomes have no part in it.
 */
final class Choice {

  /**
   * A configuration with its figure on validation.
   *
   * @param scores the {@link org.routerlab.core.ScoreKind} of its predictions, or {@code none}
   * @param value NaN where there is no validation part
   */
  record Candidate(
      String encoder,
      String router,
      String configuration,
      String scores,
      double value,
      boolean chosen) {

    /** Whether it predicts scores that are not on the scale of accuracy. */
    boolean isUncalibrated() {
      return !scores.equals(Predictions.NO_SCORES) && !ScoreKind.valueOf(scores).isCalibrated();
    }
  }

  private final TestSet validation;
  private final Metric metric;

  Choice(TestSet validation, String metric) {
    this.validation = validation;
    this.metric = metric(validation, metric);
  }

  /** The metric called {@code name} on all validation queries. */
  private static Metric metric(TestSet validation, String name) {
    List<Metric> metrics =
        Metrics.standard(validation, 0.2, 0.5, 0.7, 0.9).stream()
            .filter(candidate -> candidate.subset().equals("all"))
            .filter(candidate -> candidate.definition().better() != Better.NEITHER)
            .toList();
    List<String> names = metrics.stream().map(Metric::name).toList();
    Require.known("metric to select by", name, names);
    return metrics.get(names.indexOf(name));
  }

  /** The candidates of one router with one encoder, exactly one of them chosen. */
  List<Candidate> among(
      String encoder, String router, Map<String, List<Predictions>> configurations) {
    Map<String, Double> values = new LinkedHashMap<>();
    configurations.forEach((configuration, seeds) -> values.put(configuration, value(seeds)));
    String best = null;
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      if (best == null || isBetter(entry.getValue(), values.get(best))) {
        best = entry.getKey();
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      boolean chosen = entry.getKey().equals(best);
      String scores = configurations.get(entry.getKey()).get(0).scoreKind();
      candidates.add(
          new Candidate(encoder, router, entry.getKey(), scores, entry.getValue(), chosen));
    }
    return candidates;
  }

  private boolean isBetter(double value, double best) {
    if (Double.isNaN(best)) {
      return !Double.isNaN(value);
    }
    return metric.higherIsBetter() ? value > best : value < best;
  }

  private double value(List<Predictions> seeds) {
    RouterRuns runs = runs("candidate", validation, seeds);
    double[] sums =
        metric.columns(runs).stream().map(Column::toArray).mapToDouble(Choice::sum).toArray();
    return metric.value(sums);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Evaluates the predictions of several seeds as one router. */
  static RouterRuns runs(String router, TestSet test, List<Predictions> seeds) {
    return new RouterRuns(
        router, seeds.stream().map(predictions -> evaluate(router, test, predictions)).toList());
  }

  private static Evaluation evaluate(String router, TestSet test, Predictions predictions) {
    if (predictions instanceof Predictions.Cascaded cascaded) {
      int[][] called = cascaded.called().toArray(int[][]::new);
      return Evaluation.ofCascade(router, test, cascaded.decisions(), called, cascaded.hindsight());
    }
    return predictions instanceof Predictions.Scored scored
        ? Evaluation.of(router, test, scored.scores())
        : Evaluation.of(router, test, predictions.decisions());
  }
}
