package org.routerlab.testkit;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.routerlab.core.RoutingMethod;

/**
 * The tests that every routing method passes: a test class that implements this interface runs all
 * of them on all registered methods of its own package.
 *
 * <pre>{@code
 * class ContractTest implements RouterContract {}
 * }</pre>
 *
 * <p>A method that cannot keep a check says so with {@link org.routerlab.core.ContractException};
 * the check then has to fail.
 */
public interface RouterContract {

  /** The methods under test: by default those registered in the package of this test, or below. */
  default Stream<RoutingMethod> methods() {
    String home = getClass().getPackageName();
    return ServiceLoader.load(RoutingMethod.class).stream()
        .filter(provider -> (provider.type().getPackageName() + ".").startsWith(home + "."))
        .map(ServiceLoader.Provider::get);
  }

  /**
   * The configuration to test a method in: by default its own default. Override it to shrink epochs
   * or to supply what a method needs, such as utterances of the synthetic topics.
   */
  default RoutingMethod testConfiguration(RoutingMethod method) {
    return method;
  }

  /** One container a method, one test a check. */
  @TestFactory
  default Stream<DynamicNode> everyRegisteredMethodKeepsTheContract() {
    List<RoutingMethod> methods = methods().toList();
    if (methods.isEmpty()) {
      throw new AssertionError(
          "no routing method is registered for "
              + getClass().getPackageName()
              + "; list them in META-INF/services/"
              + RoutingMethod.class.getName());
    }
    return methods.stream().map(method -> checksOf(testConfiguration(method)));
  }

  private static DynamicNode checksOf(RoutingMethod method) {
    Subject subject = new Subject(method);
    return DynamicContainer.dynamicContainer(
        method.name(),
        ContractCheck.all().stream()
            .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.verify(subject))));
  }

  /** Fails where a routing method was written but not registered, and says what line is missing. */
  @TestFactory
  default Stream<DynamicNode> everyMethodIsRegistered() {
    return MethodClasses.beside(getClass()).stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(), () -> MethodClasses.requireRegistered(type)));
  }
}
