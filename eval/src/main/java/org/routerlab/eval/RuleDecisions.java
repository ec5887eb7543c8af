package org.routerlab.eval;

import org.routerlab.core.Decisions;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.ExpectedCosts;
import org.routerlab.eval.select.Rule;
import org.routerlab.eval.select.Selector;
import org.routerlab.eval.select.ServiceLevel;

/** The decisions of a rule on the complete rows of a test set, by mean training costs. */
final class RuleDecisions {

  private RuleDecisions() {}

  static Decisions of(TestSet test, FloatMatrix predictions, ScoreKind kind, Rule rule) {
    ExpectedCosts costs = costs(test, rule.costUnit());
    if (rule instanceof Selector selector) {
      return selector.select(kind, predictions, costs, test.ranking());
    }
    if (rule instanceof ServiceLevel level) {
      return level.simulate(kind, predictions, costs, scores(test), test.ranking()).decisions();
    }
    throw new IllegalArgumentException(
        rule.text() + " draws and decides on nothing: use its exact expectations");
  }

  private static ExpectedCosts costs(TestSet test, Rule.CostUnit unit) {
    if (unit == Rule.CostUnit.NONE) {
      return ExpectedCosts.none();
    }
    double[] costs = new double[test.pool().size()];
    for (int model = 0; model < costs.length; model++) {
      costs[model] =
          unit == Rule.CostUnit.SCALED
              ? test.scaledTrainMeanCost(model)
              : test.trainMeanCost(model);
    }
    return ExpectedCosts.perModel(costs);
  }

  private static FloatMatrix scores(TestSet test) {
    int models = test.pool().size();
    float[] all = new float[test.size() * models];
    for (int i = 0; i < all.length; i++) {
      all[i] = test.score(i / models, i % models);
    }
    return FloatMatrix.wrap(test.size(), models, all);
  }
}
