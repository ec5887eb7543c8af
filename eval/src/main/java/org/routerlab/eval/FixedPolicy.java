package org.routerlab.eval;

import java.util.Optional;
import org.routerlab.core.Decisions;

/** A router that has decided: it heeds no cost weight and no budget. */
record FixedPolicy(Decisions decisions) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    return ChosenSweep.constant(lambdas.length, decisions.toArray());
  }

  @Override
  public Optional<Sweep> byBudget() {
    return Optional.empty();
  }
}
