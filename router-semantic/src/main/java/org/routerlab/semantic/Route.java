package org.routerlab.semantic;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.routerlab.core.Require;

/**
 * A destination of queries, shown by example.
 *
 * @param name such as {@code deep-engineering}; not {@value RouteDecision#NONE}, which says that
 *     there is none
 * @param utterances what users of the route might write; at least one, none blank or repeated
 * @param threshold the lowest similarity that counts for this route; empty for the threshold of all
 * @param weight added to the route's similarity where routes are compared with each other, not
 *     where one is compared with its threshold; 0 is neutral. It is added and not multiplied, as
 *     similarities may be negative, where a factor would turn round.
 */
public record Route(String name, List<String> utterances, OptionalDouble threshold, double weight) {

  /** Rejects a blank name, no, blank or repeated utterances, and a weight that is not finite. */
  public Route {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a route must not be blank");
    }
    if (name.equals(RouteDecision.NONE)) {
      throw new IllegalArgumentException(
          "the name of a route must not be '" + name + "', which says that there is none");
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
    Objects.requireNonNull(threshold, "threshold");
    Require.between("weight of route '" + name + "'", weight, -MOST, MOST);
  }

  private static final double MOST = 1e6;

  /** A route without a threshold or weight of its own. */
  public Route(String name, List<String> utterances) {
    this(name, utterances, OptionalDouble.empty(), 0);
  }

  /** The same with a threshold of its own. */
  public Route withThreshold(double value) {
    return new Route(name, utterances, OptionalDouble.of(value), weight);
  }

  /** The same with a weight. */
  public Route withWeight(double value) {
    return new Route(name, utterances, threshold, value);
  }
}
