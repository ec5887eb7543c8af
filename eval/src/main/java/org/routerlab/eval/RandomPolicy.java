package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An even draw among all models, or among those within the budget. */
record RandomPolicy(TestSet test) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    return new DrawnSweep(Collections.nCopies(lambdas.length, within(Double.POSITIVE_INFINITY)));
  }

  @Override
  public Optional<Sweep> byBudget() {
    List<Selection> selections = new ArrayList<>();
    for (double budget : test.budgets()) {
      selections.add(within(budget));
    }
    return Optional.of(new DrawnSweep(selections));
  }

  private Selection within(double budget) {
    int[] models = IntStream.range(0, test.pool().size()).toArray();
    if (budget < Double.POSITIVE_INFINITY) {
      models = IntStream.of(models).filter(m -> test.trainMeanCost(m) <= budget).toArray();
    }
    return Selection.uniform(test.size(), models);
  }
}
