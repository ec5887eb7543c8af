package org.routerlab.learned;

import java.util.stream.Stream;
import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.RouterContract;

/** The form that learns from every model's score keeps the contract as well as the default one. */
class LinUcbFullContractTest implements RouterContract {

  @Override
  public Stream<RoutingMethod> methods() {
    return Stream.of(new LinUcb(LinUcb.Feedback.FULL, 16, 1, 1));
  }
}
