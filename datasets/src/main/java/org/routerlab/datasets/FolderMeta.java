package org.routerlab.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.ModelPool;

/**
 * What {@code meta.json} says about a folder.
 *
 * @param name the benchmark's name; the folder's where the file gives none
 * @param prices list prices by model, in USD per one million tokens
 * @param costUnit the unit of {@code costs.csv}
 * @param provenance everything else that is worth keeping, as text
 */
record FolderMeta(
    String name,
    SortedMap<String, Price> prices,
    Optional<String> costUnit,
    SortedMap<String, String> provenance) {

  static final String FILE = "meta.json";
  static final String PRICES = Benchmark.PRICES;
  static final String COST_UNIT = "cost_unit";
  static final String PROVENANCE = "provenance";

  private static final Set<String> STRUCTURAL =
      Set.of("name", "models", "queries", COST_UNIT, PROVENANCE);

  /** Reads the file where there is one, and checks it against the queries and the models. */
  static FolderMeta read(Path folder, QueryRows rows, ModelPool pool) {
    Optional<TableFile> file = TableFile.find(folder, FILE);
    ObjectNode meta = file.map(FolderMeta::object).orElseGet(JsonRecords.MAPPER::createObjectNode);
    file.ifPresent(
        f -> {
          requireSameModels(f, meta, pool);
          requireSameSize(f, meta, rows);
        });
    return new FolderMeta(
        JsonRecords.scalar(meta, "name").orElse(folderName(folder)),
        Prices.read(folder.resolve(FILE).toString(), PRICES, meta.path(PRICES)),
        JsonRecords.scalar(meta, COST_UNIT),
        provenance(meta));
  }

  /** The last part of the folder's path: the name of a benchmark that does not say its own. */
  private static String folderName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "benchmark" : name.toString();
  }

  private static ObjectNode object(TableFile file) {
    try {
      return JsonRecords.parse(file.text());
    } catch (IllegalArgumentException e) {
      throw file.bad("", "a JSON object", e.getMessage());
    }
  }

  private static void requireSameModels(TableFile file, ObjectNode meta, ModelPool pool) {
    JsonNode models = meta.get("models");
    if (models == null) {
      return;
    }
    Set<String> named = new HashSet<>();
    models.forEach(model -> named.add(model.asText()));
    if (!models.isArray() || !named.equals(new HashSet<>(pool.names()))) {
      throw file.bad("field models", "the models of the scores " + pool.names(), models.toString());
    }
  }

  private static void requireSameSize(TableFile file, ObjectNode meta, QueryRows rows) {
    JsonNode queries = meta.get("queries");
    if (queries != null && (!queries.isNumber() || queries.asLong() != rows.size())) {
      throw file.bad("field queries", rows.size() + ", as in the queries file", queries.toString());
    }
  }

  private static SortedMap<String, String> provenance(ObjectNode meta) {
    SortedMap<String, String> provenance = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : meta.properties()) {
      if (!STRUCTURAL.contains(entry.getKey())) {
        provenance.put(entry.getKey(), text(entry.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> entry : meta.path(PROVENANCE).properties()) {
      provenance.put(entry.getKey(), text(entry.getValue()));
    }
    return provenance;
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
