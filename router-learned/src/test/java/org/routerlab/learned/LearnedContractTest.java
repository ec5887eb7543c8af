package org.routerlab.learned;

import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /** Fewer clusters: the tasks of the contract have 400 queries, of which some are sparse. */
  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    return method instanceof KMeans kMeans ? new KMeans(16, kMeans.smoothing()) : method;
  }
}
