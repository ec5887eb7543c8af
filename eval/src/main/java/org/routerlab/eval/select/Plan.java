package org.routerlab.eval.select;

import java.util.Arrays;
import org.routerlab.core.Decisions;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** What an {@link Allocation} gives the queries of a batch. */
public final class Plan {

  /** In place of a model: the query gets no answer. */
  static final int UNANSWERED = -1;

  private final int[] models;
  private final double cost;
  private final double value;
  private final double bound;
  private final double multiplier;
  private final boolean withinBudget;

  Plan(
      int[] models,
      double cost,
      double value,
      double bound,
      double multiplier,
      boolean withinBudget) {
    this.models = models;
    this.cost = cost;
    this.value = value;
    this.bound = bound;
    this.multiplier = multiplier;
    this.withinBudget = withinBudget;
  }

  /** The number of queries without an answer; none but in a greedy plan. */
  public int unanswered() {
    return (int) Arrays.stream(models).filter(model -> model == UNANSWERED).count();
  }

  /**
   * The model of every query.
   *
   * @throws IllegalStateException where a query is unanswered; ask {@link #unanswered()} first
   */
  public Decisions decisions() {
    if (unanswered() > 0) {
      throw new IllegalStateException(
          "this plan leaves " + unanswered() + " of " + models.length + " queries unanswered");
    }
    return Decisions.of(models);
  }

  /** The expected cost of the batch. */
  public double expectedCost() {
    return cost;
  }

  /** The sum of the predictions of what was chosen. */
  public double predictedValue() {
    return value;
  }

  /**
   * The optimum of the linear program, which no plan exceeds; above {@link #predictedValue()} by
   * what the one step that could not be paid in full would have added. NaN in a greedy plan, and
   * where the budget is too small for any plan.
   */
  public double bound() {
    return bound;
  }

  /** What one more unit of cost would add to the bound; 0 where money is left over. */
  public double multiplier() {
    return multiplier;
  }

  /** Whether the expected cost is within the budget. */
  public boolean isWithinBudget() {
    return withinBudget;
  }

  /** The mean over all queries of a value of the model chosen; one unanswered counts 0. */
  public double mean(FloatMatrix values) {
    Require.equal("value rows", values.rows(), "planned queries", models.length);
    double sum = 0;
    for (int query = 0; query < models.length; query++) {
      sum += models[query] == UNANSWERED ? 0 : values.get(query, models[query]);
    }
    return sum / models.length;
  }
}
