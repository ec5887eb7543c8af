package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import org.routerlab.core.Require;

/**
 * Routers held at cost weights: each as a router of its own that always decides under one weight,
 * so that a {@link TradeOff} can place a router at several.
 */
public final class OperatingPoints {

  private OperatingPoints() {}

  /**
   * A router held at each of several cost weights, called {@code ROUTER@WEIGHT}.
   *
   * @param lambdas each in [0, 1]
   * @throws IllegalStateException for a weight above 0 on a test set without costs
   */
  public static List<RouterRuns> of(RouterRuns runs, double... lambdas) {
    return Arrays.stream(lambdas).mapToObj(lambda -> held(runs, lambda)).toList();
  }

  private static RouterRuns held(RouterRuns runs, double lambda) {
    Require.between("lambda", lambda, 0, 1);
    String name = runs.router() + "@" + lambda;
    return new RouterRuns(
        name,
        runs.seeds().stream()
            .map(
                run ->
                    new Evaluation(
                        name,
                        run.test(),
                        !run.isDeployable(),
                        new CascadePolicy(run.choose(lambda))))
            .toList());
  }
}
