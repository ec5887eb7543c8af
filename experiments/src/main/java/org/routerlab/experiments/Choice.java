package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.eval.Better;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.TestSet;

/**
 * Chooses one configuration of every router by its mean over seeds on validation queries; of equal
 * ones the first of the grid, as where none has a figure. Test outcomes have no part in it.
 *
 * <p>In two stages only the configurations that lead with the first seed are trained with the
 * others, and the choice is among these; of equal ones that of lower binary cross-entropy on
 * validation where both predict probabilities, then the first of the grid.
 */
final class Choice {

  /**
   * A configuration with its figure on validation.
   *
   * @param scores the {@link org.routerlab.core.ScoreKind} of its predictions, or {@code none}
   * @param value NaN where there is no validation part, or no query of it has the outcomes of all
   *     models
   * @param seeds how many seeds {@code value} is a mean over
   * @param seedless whether two seeds gave the same predictions, so that no more were trained; only
   *     looked at in two-stage selection
   */
  record Candidate(
      String encoder,
      String router,
      String configuration,
      String scores,
      double value,
      boolean chosen,
      int seeds,
      boolean seedless) {

    Candidate(
        String encoder,
        String router,
        String configuration,
        String scores,
        double value,
        boolean chosen,
        int seeds) {
      this(encoder, router, configuration, scores, value, chosen, seeds, false);
    }

    /** Whether the two are from one choice; a candidate and itself are. */
    boolean isOfSameRouter(Candidate other) {
      return encoder.equals(other.encoder) && router.equals(other.router);
    }

    /** Whether it predicts scores that are not on the scale of accuracy. */
    boolean isUncalibrated() {
      return !scores.equals(Predictions.NO_SCORES) && !ScoreKind.valueOf(scores).isCalibrated();
    }
  }

  private final Deciding deciding;
  private final TestSet validation;
  private final Metric metric;

  Choice(TestSet validation, String metric, Deciding deciding) {
    this.deciding = deciding;
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
    configurations.forEach(
        (configuration, seeds) -> values.put(configuration, value(router, seeds)));
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
          new Candidate(
              encoder,
              router,
              entry.getKey(),
              scores,
              entry.getValue(),
              chosen,
              configurations.get(entry.getKey()).size()));
    }
    return candidates;
  }

  /**
   * The {@code keep} configurations that lead with the first seed, the best first.
   *
   * @param configurations the predictions of each, the first seed first
   */
  List<String> finalists(String router, Map<String, List<Predictions>> configurations, int keep) {
    Map<String, List<Predictions>> first = new LinkedHashMap<>();
    configurations.forEach((name, seeds) -> first.put(name, seeds.subList(0, 1)));
    return ranked(router, first).stream().limit(keep).map(Ranked::configuration).toList();
  }

  /**
   * The candidates of one router after two stages, exactly one of the finalists chosen.
   *
   * @param seedless the configurations whose predictions do not depend on the seed
   */
  List<Candidate> amongFinalists(
      String encoder,
      String router,
      Map<String, List<Predictions>> configurations,
      int keep,
      Set<String> seedless) {
    List<String> finalists = finalists(router, configurations, keep);
    Map<String, List<Predictions>> rivals = new LinkedHashMap<>(configurations);
    rivals.keySet().retainAll(finalists);
    String best = ranked(router, rivals).get(0).configuration();
    List<Candidate> candidates = new ArrayList<>();
    configurations.forEach(
        (configuration, seeds) ->
            candidates.add(
                new Candidate(
                    encoder,
                    router,
                    configuration,
                    seeds.get(0).scoreKind(),
                    value(router, seeds),
                    configuration.equals(best),
                    seeds.size(),
                    seedless.contains(configuration))));
    return candidates;
  }

  /** A configuration with what it is ranked by; cross-entropy is NaN without probabilities. */
  private record Ranked(String configuration, double value, double crossEntropy) {}

  /** The best first; what ties in every respect stays in order. */
  private List<Ranked> ranked(String router, Map<String, List<Predictions>> configurations) {
    List<Ranked> left = new ArrayList<>();
    configurations.forEach(
        (name, seeds) -> left.add(new Ranked(name, value(router, seeds), crossEntropy(seeds))));
    List<Ranked> ranked = new ArrayList<>();
    // Cross-entropies cannot always be compared, so that a sort has no order to go by.
    while (!left.isEmpty()) {
      Ranked best = left.get(0);
      for (Ranked rival : left) {
        boolean ties = rival.value() == best.value();
        boolean better =
            ties
                ? rival.crossEntropy() < best.crossEntropy()
                : isBetter(rival.value(), best.value());
        best = better ? rival : best;
      }
      left.remove(best);
      ranked.add(best);
    }
    return ranked;
  }

  private double crossEntropy(List<Predictions> seeds) {
    boolean known = seeds.get(0).scoreKind().equals(ScoreKind.PROBABILITY.name());
    return known
        ? Metrics.crossEntropy().value(Deciding.BY_SCORE.runs("candidate", validation, seeds))
        : Double.NaN;
  }

  private boolean isBetter(double value, double best) {
    if (Double.isNaN(best)) {
      return !Double.isNaN(value);
    }
    return metric.higherIsBetter() ? value > best : value < best;
  }

  /** The metric of what the router decides, by its rule where it has one. */
  private double value(String router, List<Predictions> seeds) {
    return metric.value(deciding.runs(router, validation, seeds));
  }
}
