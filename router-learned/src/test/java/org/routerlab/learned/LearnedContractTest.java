package org.routerlab.learned;

import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /**
   * Fewer clusters, neighbours, trees and components, and less shrinkage: the tasks of the contract
   * have 400 queries, of which some are sparse.
   */
  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    if (method instanceof KMeans kMeans) {
      return new KMeans(16, kMeans.smoothing());
    }
    if (method instanceof CarrotKnn) {
      return new CarrotKnn(32);
    }
    if (method instanceof LinUcb linUcb) {
      return new LinUcb(linUcb.feedback(), 16, linUcb.alpha(), linUcb.lambda());
    }
    return method instanceof Ridge ? new Ridge(1) : method;
  }
}
