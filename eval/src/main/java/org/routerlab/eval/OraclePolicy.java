package org.routerlab.eval;

import java.util.Optional;
import org.routerlab.eval.select.Utility;

/**
 * Hindsight: the model with the highest recorded score, or realised utility, or score within the
 * budget. Ties go to the lower realised cost, then by the ranking.
 */
record OraclePolicy(TestSet test) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    return ChosenSweep.of(
        test.size(),
        lambdas.length,
        (row, chosen) -> {
          for (int step = 0; step < lambdas.length; step++) {
            chosen[step] = best(row, lambdas[step]);
          }
        });
  }

  @Override
  public Optional<Sweep> byBudget() {
    BudgetOrder order = BudgetOrder.of(test);
    return Optional.of(
        ChosenSweep.of(
            test.size(),
            order.budgets(),
            (row, chosen) -> order.fill((model, other) -> prefers(row, 0, model, other), chosen)));
  }

  private int best(int row, double lambda) {
    int best = 0;
    for (int model = 1; model < test.pool().size(); model++) {
      if (prefers(row, lambda, model, best)) {
        best = model;
      }
    }
    return best;
  }

  private boolean prefers(int row, double lambda, int model, int other) {
    int order = Double.compare(utility(row, lambda, model), utility(row, lambda, other));
    if (order == 0 && test.hasCosts()) {
      order = Float.compare(test.cost(row, other), test.cost(row, model));
    }
    return order > 0 || (order == 0 && test.ranking().prefers(model, other));
  }

  private double utility(int row, double lambda, int model) {
    double cost = lambda == 0 ? 0 : test.scaledCost(row, model);
    return Utility.value(lambda, test.score(row, model), cost);
  }
}
