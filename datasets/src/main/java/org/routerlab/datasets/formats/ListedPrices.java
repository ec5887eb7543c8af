package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.Require;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.files.JsonDocument;
import org.routerlab.datasets.files.SourceFile;

/**
 * A benchmark's own price list: a JSON object, model to an object with an input and an output
 * price.
 *
 * @param prices in US dollars a million tokens
 */
record ListedPrices(SourceFile file, SortedMap<String, Price> prices) {

  /** Reads a list whose prices are in the fields of these names; other fields do not count. */
  static ListedPrices read(SourceFile file, String input, String output) {
    SortedMap<String, Price> prices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> model : JsonDocument.object(file)) {
      prices.put(model.getKey(), new Price(price(file, model, input), price(file, model, output)));
    }
    return new ListedPrices(file, prices);
  }

  /**
   * The price of a model.
   *
   * @throws org.routerlab.core.BadDataException where the list lacks it
   */
  Price of(String model) {
    Price price = prices.get(model);
    if (price == null) {
      throw file.bad("", "a price", Require.unknown("model", model, prices.keySet()));
    }
    return price;
  }

  /**
   * Prices as JSON: {@code {model: [input, output]}}.
   *
   * @param listed the name in this list, by model
   */
  String toJson(Map<String, String> listed) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    listed.forEach(
        (model, name) -> object.putArray(model).add(of(name).input()).add(of(name).output()));
    return object.toString();
  }

  /** As {@link #toJson(Map)}, of models that have the same names here. */
  String toJson(List<String> models) {
    Map<String, String> listed = new LinkedHashMap<>();
    models.forEach(model -> listed.put(model, model));
    return toJson(listed);
  }

  private static double price(SourceFile file, Map.Entry<String, JsonNode> model, String field) {
    JsonNode price = model.getValue().path(field);
    if (!price.isNumber() || !(price.asDouble() >= 0) || Double.isInfinite(price.asDouble())) {
      throw file.bad(
          "model " + SourceFile.quote(model.getKey()) + ", " + SourceFile.quote(field),
          "a number of at least 0",
          price.isMissingNode() ? "none" : SourceFile.quote(price.toString()));
    }
    return price.asDouble();
  }
}
