package org.routerlab.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;

/**
 * What models' tokens cost on a day.
 *
 * @param name such as {@code openrouter-2026-07-25}
 * @param date the day of which the prices are known
 * @param source where they were read
 * @param prices by the name of the model in routing tables
 */
public record PriceList(
    String name, LocalDate date, String source, SortedMap<String, Price> prices) {

  private static final List<String> FIELDS = List.of("name", "date", "source", "usd_per_1m");

  /** Copies the prices. */
  public PriceList {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(source, "source");
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
  }

  /**
   * Reads a file: {@code {name, date, source, usd_per_1m: {model: [input, output]}}}.
   *
   * @throws BadDataException where a field is missing, unknown or of another kind
   */
  public static PriceList read(Path file) {
    TableFile text = TableFile.of(file);
    return parse(file.toString(), text.text());
  }

  static PriceList parse(String source, String text) {
    try {
      ObjectNode object = JsonRecords.parse(text);
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (!FIELDS.contains(field.getKey())) {
          throw new BadDataException(
              source, "", "the fields " + FIELDS, "a field '" + field.getKey() + "'");
        }
      }
      return new PriceList(
          field(source, object, "name"),
          LocalDate.parse(field(source, object, "date")),
          field(source, object, "source"),
          Prices.read(source, "usd_per_1m", object.path("usd_per_1m")));
    } catch (DateTimeException e) {
      throw new BadDataException(
          source, "field date", "a day such as 2026-07-25", e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new BadDataException(source, "", "a JSON object", e.getMessage(), e);
    }
  }

  /**
   * The prices of the models of a pool, in their order.
   *
   * @throws IllegalArgumentException where the list lacks one
   */
  public List<Price> of(ModelPool pool) {
    List<String> missing =
        pool.names().stream().filter(model -> !prices.containsKey(model)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "a price list must have every model of the pool but "
              + name
              + " lacks "
              + missing
              + "; it has "
              + prices.keySet());
    }
    return pool.names().stream().map(prices::get).toList();
  }

  /** The prices of a pool as JSON: {@code {model: [input, output]}}. */
  public String toJson(ModelPool pool) {
    ObjectNode object = JsonRecords.MAPPER.createObjectNode();
    List<Price> ofPool = of(pool);
    for (int model = 0; model < pool.size(); model++) {
      object
          .putArray(pool.name(model))
          .add(ofPool.get(model).input())
          .add(ofPool.get(model).output());
    }
    return object.toString();
  }

  private static String field(String source, ObjectNode object, String name) {
    return JsonRecords.scalar(object, name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new BadDataException(source, "", "a field " + name, "none"));
  }
}
