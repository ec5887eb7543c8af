package org.routerlab.experiments.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.Similarity;

/**
 * What aurelio-labs' semantic-router writes: a router's configuration or a list of routes.
 *
 * <p>Names, utterances and score thresholds are taken over; descriptions, functions, language
 * models and metadata are not needed to choose a route. A route without a threshold of its own is
 * never refused: the other program takes the encoder's threshold there, which is not in the file.
 */
final class AurelioFormat {

  private static final List<String> KEYS = List.of("encoder_type", "encoder_name", "routes");
  private static final List<String> ROUTE_KEYS =
      List.of(
          "name",
          "utterances",
          "description",
          "function_schema",
          "function_schemas",
          "openai_function_schema",
          "llm",
          "score_threshold",
          "metadata");

  private AurelioFormat() {}

  /** Whether a file says something that only this format says. */
  static boolean is(Node file) {
    if (file.value().isArray() || file.value().has(KEYS.get(0)) || file.value().has(KEYS.get(1))) {
      return true;
    }
    List<String> theirs = ROUTE_KEYS.subList(2, ROUTE_KEYS.size());
    return StreamSupport.stream(file.value().path("routes").spliterator(), false)
        .anyMatch(route -> theirs.stream().anyMatch(route::has));
  }

  static RouteFile read(Node file) {
    boolean isList = file.value().isArray();
    if (!isList) {
      file.requireMap(KEYS);
      file.get("encoder_type").optionalText();
    }
    List<Route> routes = new ArrayList<>();
    for (Node node : (isList ? file : file.get("routes")).list("routes")) {
      routes.add(route(node));
    }
    RouteSet set = file.make(() -> new RouteSet(routes, -1, "", true, Similarity.HIGHEST_COSINE));
    String encoder = isList ? "" : file.get("encoder_name").optionalText().orElse("");
    return new RouteFile(file.file(), set, Map.of(), encoder, "", true);
  }

  private static Route route(Node node) {
    node.requireMap(ROUTE_KEYS);
    String name = node.get("name").text();
    List<String> utterances =
        node.get("utterances").list("texts").stream().map(Node::text).toList();
    OptionalDouble threshold = node.get("score_threshold").optionalNumber();
    return node.make(() -> new Route(name, utterances, threshold, 0));
  }
}
