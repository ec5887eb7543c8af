package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Require;
import org.routerlab.core.RoutingMethod;

/** The routing methods on the class path, by name. */
public final class RouterRegistry {

  private final SortedMap<String, RoutingMethod> methods;

  private RouterRegistry(SortedMap<String, RoutingMethod> methods) {
    this.methods = methods;
  }

  /** All methods registered in {@code META-INF/services/org.routerlab.core.RoutingMethod}. */
  public static RouterRegistry load() {
    SortedMap<String, RoutingMethod> methods = new TreeMap<>();
    for (RoutingMethod method : ServiceLoader.load(RoutingMethod.class)) {
      if (!(method instanceof Record)) {
        throw new IllegalStateException(
            "a routing method must be a record of its hyper-parameters but "
                + method.getClass().getName()
                + " is none");
      }
      RoutingMethod twin = methods.put(method.name(), method);
      if (twin != null) {
        throw new IllegalStateException(
            "router names must be unique but '"
                + method.name()
                + "' is "
                + twin.getClass().getName()
                + " and "
                + method.getClass().getName());
      }
    }
    return new RouterRegistry(methods);
  }

  /** The default configuration of every method, in the order of their names. */
  public Collection<RoutingMethod> methods() {
    return Collections.unmodifiableCollection(methods.values());
  }

  /**
   * The method called {@code name} with some hyper-parameters replaced.
   *
   * @param overrides a map from hyper-parameter to value; nested records key by key. {@code routes}
   *     of {@code utterance} may be the path of a route file, whose values then stand for defaults
   * @throws IllegalArgumentException on an unknown name or key, or a value the method refuses
   */
  public RoutingMethod create(String name, JsonNode overrides) {
    Require.known("router", name, methods.keySet());
    String router = "router '" + name + "'";
    if (NamedRoutes.are(methods.get(name), overrides)) {
      return NamedRoutes.method(overrides, router);
    }
    return (RoutingMethod) RecordBinder.override((Record) methods.get(name), overrides, router);
  }
}
