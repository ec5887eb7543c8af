package org.routerlab.experiments.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;

/**
 * A value in a file that knows where it stands, and reads what is below it strictly.
 *
 * @param file for messages
 * @param place such as {@code routes[2].utterances[0]}; empty for the whole file
 * @param value null or missing where there is none
 */
record Node(String file, String place, JsonNode value) {

  /** The value of a key; a missing one where there is none. */
  Node get(String key) {
    return new Node(file, place.isEmpty() ? key : place + "." + key, value.path(key));
  }

  boolean isGiven() {
    return !value.isMissingNode() && !value.isNull();
  }

  /** Requires a map with no other keys than these. */
  Node requireMap(Collection<String> keys) {
    if (!value.isObject()) {
      throw wrong("a map with the keys " + keys);
    }
    value
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw new BadDataException(
                    file, place, "known keys", Require.unknown("key", key, keys));
              }
            });
    return this;
  }

  /** The elements of a list that is not empty. */
  List<Node> list(String of) {
    if (!value.isArray() || value.isEmpty()) {
      throw wrong("a list of " + of + ", at least one");
    }
    List<Node> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      elements.add(new Node(file, place + "[" + i + "]", value.get(i)));
    }
    return elements;
  }

  /** A text that is not blank. */
  String text() {
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong("a text");
    }
    return value.asText();
  }

  Optional<String> optionalText() {
    return isGiven() ? Optional.of(text()) : Optional.empty();
  }

  OptionalDouble optionalNumber() {
    if (!isGiven()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw wrong("a number");
    }
    return OptionalDouble.of(value.asDouble());
  }

  int wholeNumber(int otherwise) {
    if (!isGiven()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw wrong("a whole number");
    }
    return value.asInt();
  }

  /** What {@code make} makes; where that refuses a value, its message with this place. */
  <T> T make(Supplier<T> make) {
    try {
      return make.get();
    } catch (BadDataException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String where = place.isEmpty() ? file : file + ", " + place;
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  BadDataException wrong(String expected) {
    String found =
        value.isMissingNode() || value.isNull()
            ? "none"
            : value.isContainerNode()
                ? value.isEmpty() ? "an empty " + kind() : "a " + kind()
                : value.toString();
    return new BadDataException(file, place, expected, found);
  }

  private String kind() {
    return value.isArray() ? "list" : "map";
  }
}
