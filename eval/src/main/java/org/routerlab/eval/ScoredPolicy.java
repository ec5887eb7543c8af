package org.routerlab.eval;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A router that predicts scores: argmax of (1 − λ) prediction − λ scaled mean training cost, or
 * argmax prediction among the models within the budget. Ties go by the ranking.
 */
record ScoredPolicy(TestSet test, FloatMatrix predictions) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    double[] costs = new double[predictions.columns()];
    for (int model = 0; model < costs.length && test.hasCosts(); model++) {
      costs[model] = test.scaledTrainMeanCost(model);
    }
    int[] byCost = byCost(costs);
    float[] predicted = new float[costs.length];
    int[] candidates = new int[costs.length];
    return ChosenSweep.of(
        test.size(),
        lambdas.length,
        (row, chosen) -> {
          predictions.copyRow(row, predicted, 0);
          int count = undominated(predicted, costs, byCost, candidates);
          for (int step = 0; step < lambdas.length; step++) {
            chosen[step] = best(lambdas[step], predicted, costs, candidates, count);
          }
        });
  }

  @Override
  public Optional<Sweep> byBudget() {
    BudgetOrder order = BudgetOrder.of(test);
    float[] predicted = new float[predictions.columns()];
    ModelRanking ranking = test.ranking();
    return Optional.of(
        ChosenSweep.of(
            test.size(),
            order.budgets(),
            (row, chosen) -> {
              predictions.copyRow(row, predicted, 0);
              order.fill(
                  (model, other) ->
                      predicted[model] > predicted[other]
                          || (predicted[model] == predicted[other]
                              && ranking.prefers(model, other)),
                  chosen);
            }));
  }

  private static int[] byCost(double[] costs) {
    return IntStream.range(0, costs.length)
        .boxed()
        .sorted(Comparator.comparingDouble(model -> costs[model]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Leaves out models that a cheaper one beats in prediction too: no λ chooses them. */
  private static int undominated(
      float[] predicted, double[] costs, int[] byCost, int[] candidates) {
    float bestCheaper = Float.NEGATIVE_INFINITY;
    float bestSoFar = Float.NEGATIVE_INFINITY;
    double cost = costs[byCost[0]];
    int count = 0;
    for (int model : byCost) {
      if (costs[model] > cost) {
        cost = costs[model];
        bestCheaper = bestSoFar;
      }
      if (predicted[model] >= bestCheaper) {
        candidates[count++] = model;
      }
      bestSoFar = Math.max(bestSoFar, predicted[model]);
    }
    return count;
  }

  private int best(double lambda, float[] predicted, double[] costs, int[] candidates, int count) {
    int best = candidates[0];
    double highest = utility(lambda, predicted[best], costs[best]);
    for (int i = 1; i < count; i++) {
      int model = candidates[i];
      double utility = utility(lambda, predicted[model], costs[model]);
      if (utility > highest || (utility == highest && test.ranking().prefers(model, best))) {
        best = model;
        highest = utility;
      }
    }
    return best;
  }

  static double utility(double lambda, double score, double cost) {
    return (1 - lambda) * score - lambda * cost;
  }
}
