package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.semantic.UtteranceLists;

/**
 * Recommended routes as hyper-parameters of the method {@code utterance}: what {@code with} takes.
 */
final class RecommendedRoutes {

  private static final YAMLMapper YAML = new YAMLMapper();

  private RecommendedRoutes() {}

  /** The first utterances of every list; the most similar route always wins. */
  static String toYaml(String encoder, UtteranceSetting setting) {
    Map<String, List<String>> routes = new LinkedHashMap<>();
    StringBuilder head = new StringBuilder("# Routes of 'utterance' for the encoder ");
    head.append(encoder).append(", chosen on validation sources:\n");
    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      String name = UtteranceLists.ROUTES.get(route);
      UtteranceSetting.OfRoute own = setting.ofRoutes().get(route);
      routes.put(name, UtteranceLists.of(own.variant(), name).subList(0, own.utterances()));
      head.append("# ").append(name).append(": the first ").append(own.utterances());
      head.append(" of ").append(own.variant()).append('\n');
    }
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("routes", routes);
    with.put("threshold", -1);
    with.put("fallback", "");
    try {
      return head + YAML.writeValueAsString(with);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("routes can always be written", e);
    }
  }
}
