package org.routerlab.semantic;

import java.util.Map;
import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.RouterContract;
import org.routerlab.testkit.RoutingTasks;

/** The contract with everything on that is off by default. */
class HybridContractTest implements RouterContract {

  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    UtteranceMatching defaults = (UtteranceMatching) method;
    return new UtteranceMatching(
        defaults.utterances(),
        defaults.utterancesPerRoute(),
        RoutingTasks.utterances(defaults.utterancesPerRoute()),
        0.05,
        "",
        Map.of(),
        defaults.assignment(),
        Map.of(),
        Map.of(),
        true,
        new Similarity(Aggregation.MEAN, 3, 0.7, 1.2, 0.75),
        FitGoal.ACCURACY);
  }
}
