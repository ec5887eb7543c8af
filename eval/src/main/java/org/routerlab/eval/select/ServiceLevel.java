package org.routerlab.eval.select;

import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * {@code service-level(α, V)}: keeps the mean score at α or above at the least cost, one query
 * after another. A virtual queue Q, at first 0, holds what is owed: after a query that scored y it
 * becomes max(0, Q + α − y). A query gets the model of the least V cost + Q (α − score), which is
 * {@link Utility} with λ = V / (V + Q).
 *
 * <p>This is an online simulation: a choice needs what earlier choices scored, but nothing of its
 * own query. So it depends on the order of the queries, and it is not a router of single queries.
 * The method it comes from (MESS+, arXiv 2505.19947) also explores, since it learns as it goes;
 * predictions here were learned before, and nothing is explored.
 *
 * @param level α, the mean score to keep, in [0, 1]
 * @param costWeight V, what cost weighs against what is owed; above 0
 * @param allowRaw whether scores that are not on the scale of accuracy may be used
 */
public record ServiceLevel(double level, double costWeight, boolean allowRaw) implements Rule {

  /** Rejects a level outside [0, 1] and a weight that is not positive. */
  public ServiceLevel {
    Require.between("level", level, 0, 1);
    Require.positive("costWeight", costWeight);
  }

  /** Of calibrated scores only. */
  public ServiceLevel(double level, double costWeight) {
    this(level, costWeight, false);
  }

  /**
   * What happened.
   *
   * @param decisions one a query
   * @param queue what was owed before each query
   */
  public record Simulation(Decisions decisions, double[] queue) {}

  /** Chooses for a query at which {@code owed} is owed. */
  public int choose(double owed, float[] scores, double[] costs, ModelRanking ties) {
    double lambda = costWeight / (costWeight + owed);
    return new Utility(lambda, allowRaw).choose(scores, costs, ties);
  }

  /**
   * Serves the queries in the order of their rows.
   *
   * @param kind what the scores mean
   * @param scores queries × models
   * @param costs on the scale of scores
   * @param answered queries × models: what a chosen model's answer scored, heard after the choice;
   *     where it is NaN the queue stays as it is
   */
  public Simulation simulate(
      ScoreKind kind,
      FloatMatrix scores,
      ExpectedCosts costs,
      FloatMatrix answered,
      ModelRanking ties) {
    requireUsable(kind);
    Require.equal("answer rows", answered.rows(), "score rows", scores.rows());
    float[] row = new float[scores.columns()];
    double[] rowCosts = new double[scores.columns()];
    int[] chosen = new int[scores.rows()];
    double[] queue = new double[scores.rows()];
    double owed = 0;
    for (int query = 0; query < chosen.length; query++) {
      scores.copyRow(query, row, 0);
      costs.copyRow(query, rowCosts);
      queue[query] = owed;
      chosen[query] = choose(owed, row, rowCosts, ties);
      float score = answered.get(query, chosen[query]);
      owed = Float.isNaN(score) ? owed : Math.max(0, owed + level - score);
    }
    return new Simulation(Decisions.of(chosen), queue);
  }

  @Override
  public String text() {
    return Rules.text("service-level", allowRaw, level, costWeight);
  }

  @Override
  public CostUnit costUnit() {
    return CostUnit.SCALED;
  }

  @Override
  public boolean needsCalibration() {
    return !allowRaw;
  }
}
