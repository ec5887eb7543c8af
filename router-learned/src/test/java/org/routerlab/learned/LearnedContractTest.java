package org.routerlab.learned;

import java.util.List;
import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /** More steps, on their way longer: the tasks of the contract have 400 queries. */
  private static final Training SMALL =
      new Training(30, 64, 1e-3, 1e-4, 20, 2, 1, true, Checkpoint.BEST_BCE);

  /** Without standardising, which magnifies the noise of embeddings that are mostly 0. */
  private static final Training RAW =
      new Training(30, 32, 1e-2, 1e-4, 8, 2, 1, false, Checkpoint.BEST_ROUTING);

  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    if (method instanceof KMeans kMeans) {
      return new KMeans(16, kMeans.smoothing());
    }
    if (method instanceof Linear) {
      return new Linear(SMALL);
    }
    if (method instanceof MlpRegressors) {
      return new MlpRegressors(List.of(20, 20), RAW);
    }
    if (method instanceof P2l p2l) {
      return new P2l(p2l.loss(), p2l.hidden(), p2l.dropout(), SMALL);
    }
    return method;
  }
}
