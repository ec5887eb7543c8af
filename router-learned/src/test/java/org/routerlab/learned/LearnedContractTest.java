package org.routerlab.learned;

import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Schedule;
import org.routerlab.learned.engine.Training;
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
    if (method instanceof Rorf) {
      return new Rorf(30, 20, 0, 5, 16, false);
    }
    if (method instanceof OptLlm) {
      return new OptLlm(50, 3, 0.1, 32);
    }
    if (method instanceof Forc) {
      return new Forc(256, training(10, 3e-3, 0.1, Schedule.LINEAR_DECAY));
    }
    if (method instanceof CpRouter router) {
      Training training = training(20, 1e-3, 1, Schedule.CONSTANT);
      return new CpRouter(router.hidden(), router.rule(), router.alpha(), training);
    }
    return method instanceof Ridge ? new Ridge(1) : method;
  }

  private static Training training(int epochs, double rate, double clip, Schedule schedule) {
    return new Training(epochs, 64, rate, 1e-4, 8, 2, clip, true, Checkpoint.BEST_BCE, schedule);
  }
}
