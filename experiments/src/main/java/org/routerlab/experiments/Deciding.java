package org.routerlab.experiments;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.CostBasis;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;
import org.routerlab.eval.select.Rule;
import org.routerlab.eval.select.Rules;

/**
 * Turns stored predictions into what a router decides: by the rule of its entry in the experiment,
 * and by the costs the experiment goes by.
 *
 * @param rules by the router's label; without one the highest score decides
 * @param realised whether realised costs are known when a model is chosen: hindsight
 */
record Deciding(Map<String, Rule> rules, boolean realised) {

  /** By the highest score, and mean training costs unless a router predicts them. */
  static final Deciding BY_SCORE = new Deciding(Map.of(), false);

  /**
   * What an experiment asks for.
   *
   * @throws IllegalArgumentException on a rule that is not known, or names another pool's models
   */
  static Deciding of(ExperimentConfig config, ModelPool pool) {
    Map<String, Rule> rules = new TreeMap<>();
    for (ExperimentConfig.RouterConfig router : config.routers()) {
      if (router.rule() != null) {
        rules.put(router.label(), Rules.parse(router.rule(), pool));
      }
    }
    return new Deciding(rules, config.goesByRealisedCosts());
  }

  /**
   * Checks, before anything is trained, that rules which go by costs have them.
   *
   * @param part the name of the queries, for the message
   * @throws IllegalArgumentException naming the first rule that has not
   */
  void requireCosts(TestSet queries, String part) {
    rules.forEach(
        (router, rule) -> {
          if (rule.costUnit() != Rule.CostUnit.NONE && !queries.hasCosts()) {
            throw new IllegalArgumentException(
                "rule "
                    + rule.text()
                    + " of router '"
                    + router
                    + "' goes by costs but they are not all known on the "
                    + part
                    + " queries; give the router another rule or none");
          }
        });
  }

  /** Evaluates the predictions of several seeds as one router. */
  RouterRuns runs(String router, TestSet test, List<Predictions> seeds) {
    return new RouterRuns(
        router, seeds.stream().map(predictions -> evaluate(router, test, predictions)).toList());
  }

  private Evaluation evaluate(String router, TestSet test, Predictions predictions) {
    if (predictions instanceof Predictions.Cascaded cascaded) {
      requireNoRule(router);
      int[][] called = cascaded.called().toArray(int[][]::new);
      return Evaluation.ofCascade(router, test, cascaded.decisions(), called, cascaded.hindsight());
    }
    if (predictions instanceof Predictions.Scored scored) {
      return evaluate(router, test, scored, scored.kind(), scored.scores());
    }
    requireNoRule(router);
    return Evaluation.of(router, test, predictions.decisions());
  }

  /**
   * Evaluates scores of a router, its own or calibrated ones.
   *
   * @param predicted what it predicted, with costs or without
   */
  Evaluation evaluate(
      String router,
      TestSet test,
      Predictions.Scored predicted,
      ScoreKind kind,
      FloatMatrix scores) {
    Rule rule = rules.get(router);
    if (rule != null) {
      return Evaluation.of(router, test, scores, kind, rule);
    }
    if (realised) {
      return Evaluation.of(router, test, scores, CostBasis.REALISED);
    }
    return predicted.costs().isPresent() && test.hasCosts()
        ? Evaluation.of(router, test, scores, predicted.costs().get())
        : Evaluation.of(router, test, scores);
  }

  private void requireNoRule(String router) {
    if (rules.containsKey(router)) {
      throw new IllegalArgumentException(
          "a rule needs scores to go by but router '" + router + "' decides by itself");
    }
  }
}
