package org.routerlab.eval;

import java.util.Optional;

/** What a router would select on a test set under a cost weight or a budget. */
sealed interface Policy
    permits ScoredPolicy, OraclePolicy, FixedPolicy, CascadePolicy, RandomPolicy, OracleShare {

  /** The selections for given cost weights in [0, 1]; without costs, only 0 may be asked for. */
  Sweep byLambda(double... lambdas);

  /** The selections for the budgets of the test set; empty for a policy that cannot be masked. */
  Optional<Sweep> byBudget();
}
