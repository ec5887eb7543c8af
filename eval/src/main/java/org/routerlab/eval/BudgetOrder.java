package org.routerlab.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The models by mean training cost, ascending, with the budget from which each is allowed. */
record BudgetOrder(int[] models, int[] steps, int budgets) {

  /** Picks between two models for one query. */
  @FunctionalInterface
  interface Preference {
    boolean prefers(int model, int other);
  }

  static BudgetOrder of(TestSet test) {
    int[] models =
        IntStream.range(0, test.pool().size())
            .boxed()
            .sorted(Comparator.comparingDouble(test::trainMeanCost))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] steps = new int[models.length];
    for (int i = 1; i < models.length; i++) {
      boolean dearer = test.trainMeanCost(models[i]) > test.trainMeanCost(models[i - 1]);
      steps[i] = steps[i - 1] + (dearer ? 1 : 0);
    }
    return new BudgetOrder(models, steps, steps[steps.length - 1] + 1);
  }

  /** The preferred model among those allowed, for every budget; one pass over the models. */
  void fill(Preference preference, int[] chosen) {
    int best = models[0];
    for (int i = 0; i < models.length; i++) {
      if (preference.prefers(models[i], best)) {
        best = models[i];
      }
      chosen[steps[i]] = best;
    }
  }
}
