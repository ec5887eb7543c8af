package org.routerlab.datasets.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;

/**
 * The fields of one JSON object, with the place of the object for messages.
 *
 * @param file the name of the file
 * @param place such as {@code benchmark 2}
 * @param node the object
 */
record Fields(String file, String place, JsonNode node) {

  /** Rejects what is no object. */
  Fields {
    if (!node.isObject()) {
      throw new BadDataException(file, place, "an object", Json.kind(node));
    }
  }

  /** Rejects every other key. */
  void allow(String... keys) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!List.of(keys).contains(entry.getKey())) {
        throw new BadDataException(
            file, place, "known keys", Require.unknown("key", entry.getKey(), List.of(keys)));
      }
    }
  }

  /** What {@code make} returns; an argument it rejects is bad data of this place. */
  <T> T valid(Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadDataException(file, place, "values as the format says", e.getMessage(), e);
    }
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> bad(key, "a text", "none"));
  }

  Optional<String> optionalText(String key) {
    return value(key, "a text", node.path(key).isTextual()).map(JsonNode::asText);
  }

  boolean flag(String key) {
    return value(key, "true or false", node.path(key).isBoolean())
        .orElseThrow(() -> bad(key, "true or false", "none"))
        .asBoolean();
  }

  long number(String key) {
    return optionalNumber(key).orElseThrow(() -> bad(key, "a whole number", "none"));
  }

  Optional<Long> optionalNumber(String key) {
    JsonNode number = node.path(key);
    boolean fits = number.isIntegralNumber() && number.canConvertToLong();
    return value(key, "a whole number", fits).map(JsonNode::asLong);
  }

  Optional<Fields> object(String key) {
    return value(key, "an object", node.path(key).isObject())
        .map(value -> new Fields(file, place + ", " + key, value));
  }

  List<Fields> list(String key) {
    JsonNode list =
        value(key, "a list", node.path(key).isArray())
            .orElseThrow(() -> bad(key, "a list", "none"));
    List<Fields> all = new ArrayList<>();
    for (JsonNode entry : list) {
      all.add(new Fields(file, place + ", " + key + " " + (all.size() + 1), entry));
    }
    return all;
  }

  private Optional<JsonNode> value(String key, String expected, boolean fits) {
    if (node.path(key).isMissingNode()) {
      return Optional.empty();
    }
    if (!fits) {
      throw bad(key, expected, node.get(key).toString());
    }
    return Optional.of(node.get(key));
  }

  private BadDataException bad(String key, String expected, String found) {
    return new BadDataException(file, place, expected + " for " + key, found);
  }
}
