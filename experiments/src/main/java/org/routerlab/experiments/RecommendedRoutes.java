package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.experiments.routes.RouteFile;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.Similarity;
import org.routerlab.semantic.UtteranceLists;

/** Recommended routes as a file that {@code route --routes} and experiments read. */
final class RecommendedRoutes {

  private RecommendedRoutes() {}

  /** The first utterances of every list; the most similar route always wins. */
  static String toYaml(EncoderIdentity encoder, UtteranceSetting setting) {
    List<Route> routes = new ArrayList<>();
    StringBuilder head = new StringBuilder("# Routes for the encoder ");
    head.append(encoder.name()).append(", chosen on validation sources:\n");
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      String name = UtteranceLists.ROUTES.get(route);
      UtteranceSetting.OfRoute own = setting.ofRoutes().get(route);
      routes.add(
          new Route(name, UtteranceLists.of(own.variant(), name).subList(0, own.utterances())));
      head.append("# ").append(name).append(": the first ").append(own.utterances());
      head.append(" of ").append(own.variant()).append('\n');
    }
    // Below a threshold of -1 there is nothing, so that no text is left without a route.
    RouteSet set = new RouteSet(routes, -1, "", true, Similarity.HIGHEST_COSINE);
    return head + RouteFile.fitted(set, encoder).toYaml();
  }
}
