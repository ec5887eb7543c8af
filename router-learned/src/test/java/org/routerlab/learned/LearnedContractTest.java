package org.routerlab.learned;

import java.util.List;
import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /**
   * Fewer clusters, and trainings of as many steps as larger data would have: the tasks of the
   * contract have 400 queries, of which some are sparse.
   */
  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    if (method instanceof KMeans kMeans) {
      return new KMeans(16, kMeans.smoothing());
    }
    if (method instanceof GraphRouter graph) {
      return new GraphRouter(graph.hidden(), graph.maskShare(), steps(60, 200, 1e-3));
    }
    if (method instanceof HybridLlm hybrid) {
      return new HybridLlm(hybrid.pair(), hybrid.label(), List.of(), steps(30, 200, 3e-3));
    }
    if (method instanceof HybridLlmChain) {
      return new HybridLlmChain(List.of(), steps(30, 200, 3e-3));
    }
    if (method instanceof IrtRouter irt) {
      Training unscaled =
          new Training(30, 64, 1e-2, 1e-2, 30, 1, 1, false, Checkpoint.BEST_ROUTING);
      return new IrtRouter(5, 0.1, irt.hidden(), irt.dropout(), unscaled);
    }
    if (method instanceof Mirt mirt) {
      return new Mirt(mirt.latent(), 0.3, steps(30, 64, 1e-2));
    }
    if (method instanceof ModelSat sat) {
      return new ModelSat(16, sat.smoothing(), sat.width(), sat.hidden(), steps(30, 200, 3e-3));
    }
    if (method instanceof ModelSpider) {
      return new ModelSpider(64, 0.3, steps(60, 200, 1e-3));
    }
    if (method instanceof RouteLlmMf mf) {
      return new RouteLlmMf(mf.width(), mf.noise(), steps(30, 64, 3e-3));
    }
    if (method instanceof RouterDc dc) {
      return new RouterDc(
          dc.width(),
          dc.temperature(),
          dc.clusterWeight(),
          dc.clusters(),
          dc.negatives(),
          steps(30, 200, 3e-3));
    }
    return method;
  }

  private static Training steps(int epochs, int batchSize, double learningRate) {
    return new Training(
        epochs, batchSize, learningRate, 1e-2, 30, 1, 1, true, Checkpoint.BEST_ROUTING);
  }
}
