package org.routerlab.learned;

import java.util.List;
import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.Training;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /** Smaller steps through smaller tasks: those of the contract have 400 queries, some sparse. */
  private static final Training SMALL = new Training().withBatchSize(32);

  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    if (method instanceof KMeans kMeans) {
      return new KMeans(16, kMeans.smoothing());
    }
    if (method instanceof Linear) {
      return new Linear(SMALL);
    }
    if (method instanceof MlpRegressors) {
      return new MlpRegressors(List.of(20, 20), SMALL);
    }
    if (method instanceof P2l p2l) {
      return new P2l(p2l.loss(), List.of(32), p2l.dropout(), SMALL);
    }
    return method;
  }
}
