package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.experiments.ExperimentConfig.RouterConfig;
import org.routerlab.experiments.routes.RouteFile;
import org.routerlab.semantic.UtteranceMatching;

/**
 * Route files that an experiment names under {@code routes} of the method {@code utterance}, in
 * {@code with} or {@code grid}, where routes may also be written out.
 *
 * <p>What a file says stands for defaults: other keys replace it. Cells keep the routes themselves
 * and so do not depend on the file later. A relative path is from the folder of the process.
 */
final class NamedRoutes {

  private static final String KEY = "routes";

  private NamedRoutes() {}

  /** Whether hyper-parameters name a file instead of routes. */
  static boolean are(RoutingMethod method, JsonNode overrides) {
    return method instanceof UtteranceMatching && overrides.path(KEY).isTextual();
  }

  /** The method with the routes of the named file and the other hyper-parameters replaced. */
  static RoutingMethod method(JsonNode overrides, String router) {
    UtteranceMatching defaults = read(overrides.get(KEY)).method();
    ObjectNode others = overrides.deepCopy();
    others.remove(KEY);
    return RecordBinder.override(defaults, others, router);
  }

  /**
   * Checks that the files that a router names are for an encoder.
   *
   * @throws IllegalArgumentException where one names another
   */
  static void requireEncoder(RouterConfig router, EncoderIdentity encoder) {
    if (router.use().equals(new UtteranceMatching().name())) {
      files(router).forEach(file -> read(file).requireEncoder(encoder));
    }
  }

  private static List<JsonNode> files(RouterConfig router) {
    List<JsonNode> found = new ArrayList<>(List.of(router.with().path(KEY)));
    if (router.grid().isObject()) {
      router.grid().path(KEY).forEach(found::add);
    } else {
      router.grid().forEach(product -> product.path(KEY).forEach(found::add));
    }
    return found.stream().filter(JsonNode::isTextual).toList();
  }

  private static RouteFile read(JsonNode file) {
    try {
      return RouteFile.read(Path.of(file.asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
