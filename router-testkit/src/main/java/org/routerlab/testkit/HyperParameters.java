package org.routerlab.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the components of a method's record, and rebuilds the record with one of them changed. */
final class HyperParameters {

  private HyperParameters() {}

  /**
   * A numeric hyper-parameter, at any depth.
   *
   * @param name of the record component
   * @param type {@code Integer.class}, {@code Double.class} …
   * @param rebuild makes the whole method with another value; throws what its constructors throw
   */
  record Numeric(String name, Class<?> type, Function<Number, Object> rebuild) {}

  /** All numeric components of {@code method} and of the records in it. */
  static List<Numeric> numeric(Record method) {
    List<Numeric> found = new ArrayList<>();
    collect(method, UnaryOperator.identity(), found);
    return found;
  }

  /** A copy of {@code record}, made of the same components. */
  static Record copy(Record record) {
    return build(record, values(record));
  }

  /**
   * A copy of {@code record} with one component replaced.
   *
   * @param replacement gives the new value from the component's type and old value
   */
  static Record replace(
      Record record, String name, BiFunction<Class<?>, Object, Object> replacement) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = values(record);
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        values[i] = replacement.apply(components[i].getType(), values[i]);
        return build(record, values);
      }
    }
    throw new AssertionError(
        record.getClass().getSimpleName()
            + " must have the component '"
            + name
            + "' but has "
            + Arrays.toString(components));
  }

  private static void collect(
      Record record, Function<Object, Object> wholeOf, List<Numeric> found) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = values(record);
    for (int i = 0; i < components.length; i++) {
      int index = i;
      collectValue(
          components[i].getName(),
          values[i],
          replacement -> {
            Object[] changed = values.clone();
            changed[index] = replacement;
            return wholeOf.apply(build(record, changed));
          },
          found);
    }
  }

  private static void collectValue(
      String name, Object value, Function<Object, Object> wholeOf, List<Numeric> found) {
    if (value instanceof Number) {
      found.add(new Numeric(name, value.getClass(), wholeOf::apply));
    } else if (value instanceof Record nested) {
      collect(nested, wholeOf, found);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      collectValue(name, list.get(0), first -> wholeOf.apply(withFirst(list, first)), found);
    }
  }

  private static List<Object> withFirst(List<?> list, Object first) {
    List<Object> changed = new ArrayList<>(list);
    changed.set(0, first);
    return changed;
  }

  private static Object[] values(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(
            component -> {
              try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(record);
              } catch (ReflectiveOperationException e) {
                throw new AssertionError("cannot read " + component, e);
              }
            })
        .toArray();
  }

  private static Record build(Record record, Object[] values) {
    Class<?>[] types =
        Arrays.stream(record.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> canonical = record.getClass().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError("cannot build a " + record.getClass().getSimpleName(), e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot build a " + record.getClass().getSimpleName(), e);
    }
  }
}
