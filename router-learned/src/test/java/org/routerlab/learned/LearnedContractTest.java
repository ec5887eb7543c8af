package org.routerlab.learned;

import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /**
   * Fewer clusters and a closer look at the neighbours than by default: the tasks of the contract
   * have 400 queries, of which some are sparse.
   */
  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    if (method instanceof KMeans kMeans) {
      return new KMeans(16, kMeans.smoothing());
    }
    if (method instanceof UniRoute uniRoute) {
      return new UniRoute(16, uniRoute.smoothing());
    }
    if (method instanceof TagRouter tagRouter) {
      return new TagRouter(32, 2, 5, tagRouter.threshold());
    }
    if (method instanceof Elo elo) {
      return new Elo(elo.mode(), elo.neighbors(), 0.25, elo.kFactor(), elo.priorStrength());
    }
    if (method instanceof UniRouteMap) {
      Training fast = new Training(15, 64, 1e-2, 1e-4, 8, 2, 1.0, false, Checkpoint.BEST_BCE);
      return new UniRouteMap(16, 0.03, fast);
    }
    return method instanceof SwRanking ? new SwRanking(1e5) : method;
  }
}
