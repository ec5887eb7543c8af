package org.routerlab.eval.select;

import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/** Chooses one model from the scores and the expected costs of one query. Pure. */
public sealed interface Selector extends Rule permits Argmax, Utility, Budget, CheapestAbove, Pair {

  /**
   * The column of the chosen model.
   *
   * @param scores a score for every model; higher is better
   * @param costs an expected cost for every model, in the rule's {@link #costUnit()}; NaN is
   *     unknown
   * @param ties decides between models that the rule holds equal
   */
  int choose(float[] scores, double[] costs, ModelRanking ties);

  /**
   * Chooses for every query.
   *
   * @param kind what the scores mean
   * @param scores queries × models
   * @throws IllegalArgumentException where the rule cannot be used on scores of this kind
   */
  default Decisions select(
      ScoreKind kind, FloatMatrix scores, ExpectedCosts costs, ModelRanking ties) {
    requireUsable(kind);
    Require.equal("score columns", scores.columns(), "ranked models", ties.size());
    float[] row = new float[scores.columns()];
    double[] rowCosts = new double[scores.columns()];
    return Decisions.of(
        scores.rows(),
        query -> {
          scores.copyRow(query, row, 0);
          costs.copyRow(query, rowCosts);
          return choose(row, rowCosts, ties);
        });
  }
}
