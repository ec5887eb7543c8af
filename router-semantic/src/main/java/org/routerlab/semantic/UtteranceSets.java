package org.routerlab.semantic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.Require;

/** The sets of routes with utterances that come with RouterLab. */
public final class UtteranceSets {

  private static final Map<String, List<String>> ROUTES =
      new TreeMap<>(
          Map.of(
              "a2b",
              List.of(
                  "agents-tools",
                  "deep-engineering",
                  "general-chat",
                  "logic-science",
                  "creative-writing")));

  private UtteranceSets() {}

  /** The names of all sets, sorted. */
  public static List<String> names() {
    return List.copyOf(ROUTES.keySet());
  }

  /**
   * The routes of the set called {@code name}.
   *
   * @param utterancesPerRoute how many utterances each route gets: the first of its list
   * @throws IllegalArgumentException where there is no such set or a list is shorter than that
   */
  public static List<Route> routes(String name, int utterancesPerRoute) {
    Require.positive("utterancesPerRoute", utterancesPerRoute);
    return ROUTES.get(Require.known("utterance set", name, names())).stream()
        .map(route -> new Route(route, first(utterancesPerRoute, route, name)))
        .toList();
  }

  private static List<String> first(int count, String route, String set) {
    List<String> lines = lines(route);
    if (count > lines.size()) {
      throw new IllegalArgumentException(
          "utterancesPerRoute must be at most "
              + lines.size()
              + " in '"
              + set
              + "' but is "
              + count);
    }
    return lines.subList(0, count);
  }

  private static List<String> lines(String route) {
    String resource = "utterances/" + route + ".txt";
    try (InputStream input = UtteranceSets.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
