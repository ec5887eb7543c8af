package org.routerlab.learned.engine;

import org.routerlab.core.CostPredictor;
import org.routerlab.core.RoutingData;
import org.routerlab.core.TrainingContext;

/** A way of predicting what each model will charge for a query, learned from recorded costs. */
public interface CostEstimator {

  /** The name used in configurations: kebab-case, unique among the estimators. */
  String name();

  /**
   * Learns from the known costs of {@code train}.
   *
   * <p>A model without any known cost is taken to be as dear as the dearest model on average.
   *
   * @param train has at least one known cost; ask {@link #canFit}
   * @return immutable and thread-safe; its costs for a query depend on that query alone
   */
  CostPredictor fit(RoutingData train, TrainingContext context);

  /** Whether {@code train} has any known cost. */
  static boolean canFit(RoutingData train) {
    return train.outcomes().hasCosts() && KnownCosts.any(train.outcomes());
  }
}
