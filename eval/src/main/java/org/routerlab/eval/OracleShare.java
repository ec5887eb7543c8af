package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hindsight: with some chance what the oracle does, else an even draw among the models; under a
 * cost weight or a budget both obey it.
 *
 * @param share the chance of the oracle, in [0, 1]
 */
record OracleShare(TestSet test, double share) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    return mixture(
        new OraclePolicy(test).byLambda(lambdas), new RandomPolicy(test).byLambda(lambdas));
  }

  @Override
  public Optional<Sweep> byBudget() {
    Optional<Sweep> random = new RandomPolicy(test).byBudget();
    return new OraclePolicy(test).byBudget().map(oracle -> mixture(oracle, random.orElseThrow()));
  }

  private Sweep mixture(Sweep oracle, Sweep random) {
    List<Selection> selections = new ArrayList<>();
    for (int step = 0; step < oracle.steps(); step++) {
      selections.add(
          Selection.mixture(share, oracle.at(step).decisions(), random.at(step).drawn()));
    }
    return new DrawnSweep(selections);
  }
}
