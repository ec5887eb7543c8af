package org.routerlab.experiments.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.routerlab.core.BadDataException;
import org.routerlab.semantic.Aggregation;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.Similarity;

/** RouterLab's own format of routes; see docs/formats.md. */
final class OwnFormat {

  private static final List<String> KEYS =
      List.of(
          "routes", "threshold", "fallback", "aggregation", "topK", "dense", "k1", "b", "encoder");
  private static final List<String> ROUTE_KEYS =
      List.of("name", "utterances", "threshold", "weight", "model");

  private OwnFormat() {}

  static RouteFile read(Node file) {
    file.requireMap(KEYS);
    List<Route> routes = new ArrayList<>();
    Map<String, String> models = new LinkedHashMap<>();
    for (Node node : file.get("routes").list("routes")) {
      Route route = route(node);
      routes.add(route);
      node.get("model").optionalText().ifPresent(model -> models.put(route.name(), model));
    }
    double threshold = file.get("threshold").optionalNumber().orElse(-1);
    String fallback = file.get("fallback").optionalText().orElse("");
    Similarity similarity = file.make(() -> similarity(file));
    RouteSet set =
        file.make(() -> new RouteSet(routes, threshold, fallback, fallback.isEmpty(), similarity));
    Node encoder = file.get("encoder");
    if (encoder.isGiven()) {
      encoder.requireMap(List.of("name", "fingerprint"));
    }
    return new RouteFile(
        file.file(),
        set,
        models,
        encoder.isGiven() ? encoder.get("name").text() : "",
        encoder.get("fingerprint").optionalText().orElse(""));
  }

  private static Route route(Node node) {
    node.requireMap(ROUTE_KEYS);
    String name = node.get("name").text();
    List<String> utterances =
        node.get("utterances").list("texts").stream().map(Node::text).toList();
    double weight = node.get("weight").optionalNumber().orElse(0);
    return node.make(
        () -> new Route(name, utterances, node.get("threshold").optionalNumber(), weight));
  }

  private static Similarity similarity(Node file) {
    Similarity defaults = Similarity.HIGHEST_COSINE;
    return new Similarity(
        aggregation(file.get("aggregation")),
        file.get("topK").wholeNumber(defaults.topK()),
        file.get("dense").optionalNumber().orElse(defaults.dense()),
        file.get("k1").optionalNumber().orElse(defaults.k1()),
        file.get("b").optionalNumber().orElse(defaults.b()));
  }

  private static Aggregation aggregation(Node node) {
    if (!node.isGiven()) {
      return Aggregation.MAX;
    }
    return Arrays.stream(Aggregation.values())
        .filter(value -> name(value).equals(node.text()))
        .findFirst()
        .orElseThrow(() -> unknown(node));
  }

  private static BadDataException unknown(Node node) {
    return node.wrong(
        "one of " + Arrays.stream(Aggregation.values()).map(OwnFormat::name).toList());
  }

  private static String name(Aggregation aggregation) {
    return aggregation.name().toLowerCase(Locale.ROOT);
  }

  /** The tree of a file that reads as {@code file}; what has its default is left out. */
  static Map<String, Object> write(RouteFile file) {
    RouteSet set = file.routes();
    Similarity similarity = set.similarity();
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!file.encoder().isEmpty()) {
      Map<String, String> encoder = new LinkedHashMap<>();
      encoder.put("name", file.encoder());
      if (!file.fingerprint().isEmpty()) {
        encoder.put("fingerprint", file.fingerprint());
      }
      tree.put("encoder", encoder);
    }
    tree.put("threshold", set.threshold());
    if (!set.fallback().isEmpty()) {
      tree.put("fallback", set.fallback());
    }
    tree.put("aggregation", name(similarity.aggregation()));
    tree.put("topK", similarity.topK());
    tree.put("dense", similarity.dense());
    tree.put("k1", similarity.k1());
    tree.put("b", similarity.b());
    tree.put("routes", set.routes().stream().map(route -> tree(route, file.models())).toList());
    return tree;
  }

  private static Map<String, Object> tree(Route route, Map<String, String> models) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", route.name());
    route.threshold().ifPresent(threshold -> tree.put("threshold", threshold));
    if (route.weight() != 0) {
      tree.put("weight", route.weight());
    }
    if (models.containsKey(route.name())) {
      tree.put("model", models.get(route.name()));
    }
    tree.put("utterances", route.utterances());
    return tree;
  }
}
