package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.routerlab.core.RoutingMethod;
import org.routerlab.experiments.ExperimentConfig.RouterConfig;

/**
 * The configurations of a router: every combination of the values under {@code grid}; of a list of
 * grids those of the first, then those of the second, and so on.
 */
final class Grid {

  /**
   * One configuration.
   *
   * @param label the router's label, with the grid values where there are several configurations
   * @param method the method with its hyper-parameters
   */
  record Configuration(String label, RoutingMethod method) {}

  private Grid() {}

  /** All configurations, the last key of a grid varying fastest. */
  static List<Configuration> expand(RouterConfig router, RouterRegistry registry) {
    List<Configuration> configurations = new ArrayList<>();
    for (Map<String, JsonNode> point : points(router)) {
      ObjectNode overrides = router.with().deepCopy();
      point.forEach((key, value) -> put(overrides, key, value));
      String suffix =
          point.isEmpty()
              ? ""
              : point.entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                  .collect(Collectors.joining(",", "{", "}"));
      configurations.add(
          new Configuration(router.label() + suffix, registry.create(router.use(), overrides)));
    }
    long distinct = configurations.stream().map(Configuration::method).distinct().count();
    if (distinct < configurations.size()) {
      throw new IllegalArgumentException(
          "the grid of router '"
              + router.label()
              + "' must not try a configuration twice but is "
              + router.grid());
    }
    return configurations;
  }

  private static List<Map<String, JsonNode>> points(RouterConfig router) {
    if (router.grid().isObject()) {
      return product(router, router.grid());
    }
    List<Map<String, JsonNode>> points = new ArrayList<>();
    router.grid().forEach(product -> points.addAll(product(router, product)));
    return points;
  }

  private static List<Map<String, JsonNode>> product(RouterConfig router, JsonNode grid) {
    List<Map<String, JsonNode>> points = List.of(Map.of());
    for (Map.Entry<String, JsonNode> axis : grid.properties()) {
      if (!axis.getValue().isArray() || axis.getValue().isEmpty()) {
        throw new IllegalArgumentException(
            "grid."
                + axis.getKey()
                + " of router '"
                + router.label()
                + "' must be a list of values to try but is "
                + axis.getValue());
      }
      List<Map<String, JsonNode>> longer = new ArrayList<>();
      for (Map<String, JsonNode> point : points) {
        for (JsonNode value : axis.getValue()) {
          Map<String, JsonNode> extended = new LinkedHashMap<>(point);
          extended.put(axis.getKey(), value);
          longer.add(extended);
        }
      }
      points = longer;
    }
    return points;
  }

  private static void put(ObjectNode into, String key, JsonNode value) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      into.set(key, value);
    } else {
      String first = key.substring(0, dot);
      ObjectNode nested =
          into.get(first) instanceof ObjectNode existing ? existing : into.putObject(first);
      put(nested, key.substring(dot + 1), value);
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString().replace("\"", "");
  }
}
