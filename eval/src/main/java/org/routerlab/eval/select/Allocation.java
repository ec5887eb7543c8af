package org.routerlab.eval.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Shares a budget out among the queries of a whole batch, so that the sum of predictions is as high
 * as it can be.
 *
 * <p>A batch method: what one query gets depends on the others, so it is not to be compared with
 * routers that see one query at a time. Every query starts with its cheapest model and climbs the
 * upper hull of its (expected cost, prediction) points; the steps of all queries are taken by
 * falling gain per cost (of equal ones in the order of the queries) while they can be paid. The
 * gain per cost of the last step is the multiplier of the budget; a step that can be paid in part
 * only is left out. This is the exact optimum of the linear program of FORC (arXiv 2308.06077) and
 * OptLLM (arXiv 2405.15130), at most one query short of it.
 */
public final class Allocation {

  /** A sum of costs may miss a budget it meets by rounding. */
  private static final double ROUNDING = 1e-12;

  /** A climb of one query from one model to a dearer and better one. */
  private record Step(int query, int model, double cost, double gain) {

    double rate() {
      return gain / cost;
    }
  }

  private final int[] start;
  private final double startCost;
  private final double startValue;
  private final List<Step> steps;

  private Allocation(int[] start, double startCost, double startValue, List<Step> steps) {
    this.start = start;
    this.startCost = startCost;
    this.startValue = startValue;
    this.steps = steps;
  }

  /**
   * Prepares a batch for any budget.
   *
   * @param predictions queries × models, finite and on the scale of accuracy
   * @param costs finite and at least 0
   * @param ties decides between models of equal cost and prediction
   */
  public static Allocation of(FloatMatrix predictions, ExpectedCosts costs, ModelRanking ties) {
    int[] start = new int[predictions.rows()];
    double startCost = 0;
    double startValue = 0;
    List<Step> steps = new ArrayList<>();
    float[] scores = new float[predictions.columns()];
    double[] rowCosts = new double[predictions.columns()];
    for (int query = 0; query < start.length; query++) {
      predictions.copyRow(query, scores, 0);
      costs.copyRow(query, rowCosts);
      requireFinite(query, scores, rowCosts);
      int[] hull = hull(scores, rowCosts, ties);
      start[query] = hull[0];
      startCost += rowCosts[hull[0]];
      startValue += scores[hull[0]];
      for (int i = 1; i < hull.length; i++) {
        double cost = rowCosts[hull[i]] - rowCosts[hull[i - 1]];
        double gain = (double) scores[hull[i]] - scores[hull[i - 1]];
        steps.add(new Step(query, hull[i], cost, gain));
      }
    }
    // The sort is stable, and the steps of one query fall in rate: they stay in their order.
    steps.sort(Comparator.comparingDouble(Step::rate).reversed());
    return new Allocation(start, startCost, startValue, List.copyOf(steps));
  }

  /** The models on the upper hull from the cheapest to that with the highest score. */
  private static int[] hull(float[] scores, double[] costs, ModelRanking ties) {
    Integer[] byCost = new Integer[scores.length];
    Arrays.setAll(byCost, model -> model);
    Arrays.sort(
        byCost,
        Comparator.<Integer>comparingDouble(model -> costs[model])
            .thenComparingDouble(model -> -scores[model])
            .thenComparingInt(ties::rank));
    int[] hull = new int[scores.length];
    int size = 0;
    for (int model : byCost) {
      if (size > 0 && scores[model] <= scores[hull[size - 1]]) {
        continue;
      }
      while (size > 1
          && rate(scores, costs, hull[size - 2], hull[size - 1])
              <= rate(scores, costs, hull[size - 1], model)) {
        size--;
      }
      hull[size++] = model;
    }
    return Arrays.copyOf(hull, size);
  }

  private static double rate(float[] scores, double[] costs, int from, int to) {
    return ((double) scores[to] - scores[from]) / (costs[to] - costs[from]);
  }

  /**
   * The best plan within a budget. Where even the cheapest models are too dear it is these, and
   * {@link Plan#isWithinBudget()} is false.
   *
   * @param meanBudget the most a query may be expected to cost on average, at least 0
   */
  public Plan within(double meanBudget) {
    Require.between("meanBudget", meanBudget, 0, Double.MAX_VALUE);
    double budget = meanBudget * start.length * (1 + ROUNDING);
    int[] models = start.clone();
    double cost = startCost;
    double value = startValue;
    double multiplier = 0;
    double bound = startCost <= budget ? 0 : Double.NaN;
    for (Step step : steps) {
      if (cost + step.cost > budget) {
        multiplier = step.rate();
        bound = cost <= budget ? (budget - cost) * multiplier : Double.NaN;
        break;
      }
      models[step.query] = step.model;
      cost += step.cost;
      value += step.gain;
    }
    return new Plan(models, cost, value, value + bound, multiplier, cost <= budget);
  }

  /** The plans within several budgets. */
  public List<Plan> curve(double... meanBudgets) {
    return Arrays.stream(meanBudgets).mapToObj(this::within).toList();
  }

  /**
   * FORC's greedy assignment: queries in their order get the model with the highest prediction
   * while the total stays within the budget; one that cannot be paid is left unanswered.
   */
  public static Plan greedy(
      FloatMatrix predictions, ExpectedCosts costs, ModelRanking ties, double meanBudget) {
    Require.between("meanBudget", meanBudget, 0, Double.MAX_VALUE);
    double budget = meanBudget * predictions.rows() * (1 + ROUNDING);
    int[] models = new int[predictions.rows()];
    float[] scores = new float[predictions.columns()];
    double[] rowCosts = new double[predictions.columns()];
    double cost = 0;
    double value = 0;
    for (int query = 0; query < models.length; query++) {
      predictions.copyRow(query, scores, 0);
      costs.copyRow(query, rowCosts);
      requireFinite(query, scores, rowCosts);
      int best = new Argmax().choose(scores, rowCosts, ties);
      boolean paid = cost + rowCosts[best] <= budget;
      models[query] = paid ? best : Plan.UNANSWERED;
      cost += paid ? rowCosts[best] : 0;
      value += paid ? scores[best] : 0;
    }
    return new Plan(models, cost, value, Double.NaN, Double.NaN, true);
  }

  private static void requireFinite(int query, float[] scores, double[] costs) {
    for (int model = 0; model < scores.length; model++) {
      if (!Float.isFinite(scores[model]) || !(costs[model] >= 0 && Double.isFinite(costs[model]))) {
        throw new IllegalArgumentException(
            "predictions must be finite, and costs finite and at least 0, but query "
                + query
                + ", model "
                + model
                + " has prediction "
                + scores[model]
                + " and cost "
                + costs[model]);
      }
    }
  }
}
