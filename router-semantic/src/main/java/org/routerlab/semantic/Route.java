package org.routerlab.semantic;

import java.util.List;

/**
 * A destination of queries, shown by example.
 *
 * @param name such as {@code deep-engineering}
 * @param utterances what users of the route might write; at least one, none blank or repeated
 */
public record Route(String name, List<String> utterances) {

  /** Rejects a blank name, and no, blank or repeated utterances. */
  public Route {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a route must not be blank");
    }
    utterances = List.copyOf(utterances);
    if (utterances.isEmpty()) {
      throw new IllegalArgumentException(
          "route '" + name + "' must have at least one utterance but has none");
    }
    if (utterances.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "utterances must not be blank but route '" + name + "' has a blank one");
    }
    if (utterances.stream().distinct().count() < utterances.size()) {
      throw new IllegalArgumentException(
          "utterances must be distinct but route '" + name + "' has one twice: " + utterances);
    }
  }
}
