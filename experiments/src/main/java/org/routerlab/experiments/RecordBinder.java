package org.routerlab.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.routerlab.core.Require;

/**
 * Makes records out of configuration trees: strict keys, defaults kept where a key is absent.
 *
 * <p>An unknown key is an error that names the nearest known one. A record's compact constructor
 * validates; its message is passed on with the path of the record.
 */
final class RecordBinder {

  /** Reads and writes records with sorted keys, so that equal records have equal JSON. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private RecordBinder() {}

  /** The record described by {@code tree}; absent keys take the type's own defaults. */
  static <R extends Record> R bind(Class<R> type, JsonNode tree, String path) {
    checkKeys(type, tree, path);
    return convert(type, tree, path);
  }

  /** A copy of {@code defaults} in which the keys of {@code overrides} are replaced. */
  static <R extends Record> R override(R defaults, JsonNode overrides, String path) {
    checkKeys(defaults.getClass(), overrides, path);
    ObjectNode merged = JSON.valueToTree(defaults);
    merge(defaults.getClass(), merged, overrides);
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) defaults.getClass();
    return convert(type, merged, path);
  }

  private static <R extends Record> R convert(Class<R> type, JsonNode tree, String path) {
    try {
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      if (e instanceof MismatchedInputException mismatch
          && !(e instanceof ValueInstantiationException)) {
        throw new IllegalArgumentException(mismatch(mismatch, tree, path), e);
      }
      Throwable cause = e;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      String message =
          cause instanceof JsonProcessingException json
              ? json.getOriginalMessage()
              : cause.getMessage();
      throw new IllegalArgumentException(path + ": " + message, e);
    }
  }

  /** Where a value has another type than its key wants: the key, the type and the value. */
  private static String mismatch(MismatchedInputException error, JsonNode tree, String path) {
    StringBuilder key = new StringBuilder(path);
    JsonNode value = tree;
    for (JsonMappingException.Reference step : error.getPath()) {
      boolean inList = step.getFieldName() == null;
      key.append(inList ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
      value = inList ? value.path(step.getIndex()) : value.path(step.getFieldName());
    }
    return key + " must be " + inWords(error.getTargetType()) + " but is " + value;
  }

  private static String inWords(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type != null && type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "a map";
  }

  /** Nested records are merged key by key; every other value is replaced whole. */
  private static void merge(Class<?> type, ObjectNode into, JsonNode overrides) {
    for (Map.Entry<String, JsonNode> entry : overrides.properties()) {
      if (entry.getValue().isNull()) {
        throw new IllegalArgumentException(
            "a hyper-parameter must have a value but '" + entry.getKey() + "' has none");
      }
      Class<?> component = componentType(type, entry.getKey());
      if (component.isRecord()
          && entry.getValue().isObject()
          && into.get(entry.getKey()) instanceof ObjectNode nested) {
        merge(component, nested, entry.getValue());
      } else {
        into.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static void checkKeys(Class<?> type, JsonNode tree, String path) {
    if (!tree.isObject()) {
      throw new IllegalArgumentException(
          path + " must be a map with the keys " + keys(type) + " but is " + tree);
    }
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      String key = entry.getKey();
      if (!keys(type).contains(key)) {
        throw new IllegalArgumentException(path + ": " + Require.unknown("key", key, keys(type)));
      }
      checkNested(component(type, key).getGenericType(), entry.getValue(), path + "." + key);
    }
  }

  private static void checkNested(Type type, JsonNode value, String path) {
    if (type instanceof Class<?> nested && !keys(nested).isEmpty() && value.isObject()) {
      checkKeys(nested, value, path);
    } else if (type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        checkNested(list.getActualTypeArguments()[0], value.get(i), path + "[" + i + "]");
      }
    } else if (type instanceof ParameterizedType map
        && map.getRawType() == Map.class
        && value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        checkNested(map.getActualTypeArguments()[1], entry.getValue(), path + "." + entry.getKey());
      }
    }
  }

  private static List<String> keys(Class<?> type) {
    return components(type).map(RecordComponent::getName).distinct().toList();
  }

  /** The components of a record, or of all records that a sealed interface permits. */
  private static Stream<RecordComponent> components(Class<?> type) {
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordBinder::components);
    }
    return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
  }

  private static RecordComponent component(Class<?> type, String name) {
    return components(type)
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
  }

  private static Class<?> componentType(Class<?> type, String name) {
    return component(type, name).getType();
  }
}
