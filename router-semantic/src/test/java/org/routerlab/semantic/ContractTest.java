package org.routerlab.semantic;

import java.util.Map;
import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.RouterContract;
import org.routerlab.testkit.RoutingTasks;

class ContractTest implements RouterContract {

  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    UtteranceMatching defaults = (UtteranceMatching) method;
    // The synthetic topics are not the A2B routes: they need utterances of their own.
    return new UtteranceMatching(
        defaults.utterances(),
        defaults.utterancesPerRoute(),
        RoutingTasks.utterances(defaults.utterancesPerRoute()),
        defaults.threshold(),
        "",
        Map.of(),
        defaults.assignment());
  }
}
