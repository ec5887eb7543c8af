package org.routerlab.testkit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.RoutingMethod;

/** Methods in other configurations, by the names of their hyper-parameters. */
public final class Configured {

  private Configured() {}

  /**
   * {@code method} with some hyper-parameters replaced.
   *
   * @param values by the name of the record component, a dot reaching into nested records; numbers
   *     of any type, enum constants by name
   * @throws AssertionError where the record has no such component
   */
  public static RoutingMethod with(RoutingMethod method, Map<String, ?> values) {
    Record changed = (Record) method;
    for (Map.Entry<String, ?> entry : new TreeMap<>(values).entrySet()) {
      changed = with(changed, entry.getKey(), entry.getValue());
    }
    return (RoutingMethod) changed;
  }

  private static Record with(Record record, String path, Object value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    return HyperParameters.replace(
        record,
        name,
        (type, old) ->
            dot < 0 ? converted(type, value) : with((Record) old, path.substring(dot + 1), value));
  }

  private static Object converted(Class<?> type, Object value) {
    if (value instanceof Number number && type == double.class) {
      return number.doubleValue();
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.toString().equals(value.toString()))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError(type.getSimpleName() + " has no constant " + value));
    }
    return value;
  }
}
