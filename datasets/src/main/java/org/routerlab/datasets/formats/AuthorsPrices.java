package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Price;

/**
 * The prices that a benchmark's authors computed its costs with.
 *
 * @param prices by model
 */
record AuthorsPrices(Map<String, Price> prices) {

  /** The unit of costs that were computed so. */
  static final String UNIT = Benchmark.TOKEN_COSTS;

  /** What a call cost; NaN where a count or the price is unknown. */
  float cost(String model, double inputTokens, double outputTokens) {
    Price price = prices.get(model);
    return price == null ? Float.NaN : (float) price.of(inputTokens, outputTokens);
  }

  /**
   * Puts the prices of these models into a provenance, and the names of those without.
   *
   * @param models by name, with what the list calls them
   */
  void note(Map<String, String> models, Map<String, String> provenance) {
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    models.forEach(
        (model, listed) -> {
          Price price = prices.get(listed);
          if (price != null) {
            known.putArray(model).add(price.input()).add(price.output());
          }
        });
    provenance.put(Benchmark.PRICES, known.toString());
    List<String> unknown =
        models.keySet().stream().filter(model -> !known.has(model)).sorted().toList();
    if (!unknown.isEmpty()) {
      provenance.put("models_without_price", String.join(", ", unknown));
    }
  }
}
