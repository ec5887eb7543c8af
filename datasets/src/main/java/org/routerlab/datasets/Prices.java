package org.routerlab.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.files.SourceFile;

/** Prices as JSON has them: {@code {model: [input, output]}}, in US dollars a million tokens. */
final class Prices {

  private Prices() {}

  /** The prices by model; empty where the field is missing. */
  static SortedMap<String, Price> read(String source, String field, JsonNode node) {
    SortedMap<String, Price> prices = new TreeMap<>();
    if (!node.isMissingNode() && !node.isObject()) {
      throw new BadDataException(
          source, "field " + field, "an object: model to [input, output]", node.toString());
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode pair = entry.getValue();
      if (!pair.isArray() || pair.size() != 2 || !isPrice(pair.get(0)) || !isPrice(pair.get(1))) {
        throw new BadDataException(
            source,
            "field " + field + ", model " + SourceFile.quote(entry.getKey()),
            "[input, output], both at least 0",
            pair.toString());
      }
      prices.put(entry.getKey(), new Price(pair.get(0).asDouble(), pair.get(1).asDouble()));
    }
    return prices;
  }

  private static boolean isPrice(JsonNode node) {
    return node.isNumber() && node.asDouble() >= 0 && Double.isFinite(node.asDouble());
  }
}
