package org.routerlab.eval;

import java.util.Collections;
import java.util.Optional;

/** A router that has called its models: it heeds no cost weight and no budget. */
record CascadePolicy(Selection selection) implements Policy {

  @Override
  public Sweep byLambda(double... lambdas) {
    return new DrawnSweep(Collections.nCopies(lambdas.length, selection));
  }

  @Override
  public Optional<Sweep> byBudget() {
    return Optional.empty();
  }
}
