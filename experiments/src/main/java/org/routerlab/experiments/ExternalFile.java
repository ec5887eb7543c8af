package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Decisions, or scores, that another program made; see docs/formats.md.
 *
 * @param file for messages
 * @param rows by query id
 * @param hasScores whether every row has scores
 */
record ExternalFile(String file, Map<String, Row> rows, boolean hasScores) {

  /** The name of a query's id in JSON: RouterLab's, then RouterArena's in both spellings. */
  private static final List<String> IDS = List.of("id", "global index", "global_index");

  /** The name of a decision in JSON, likewise. */
  private static final List<String> DECISIONS = List.of("decision", "prediction", "llm_selected");

  /**
   * What was decided for one query.
   *
   * @param place where it stands in the file, for messages
   * @param decision the name of the chosen model; empty where there are scores only
   * @param scores by model name; empty where there is a decision only
   */
  record Row(String place, String decision, Map<String, Float> scores) {}

  /**
   * Reads a file by its ending, {@code .csv} or {@code .json}.
   *
   * @throws BadDataException naming the place that breaks a rule
   */
  static ExternalFile read(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (name.endsWith(".csv")) {
      return of(path, csv(path));
    }
    if (name.endsWith(".json")) {
      return of(path, json(path));
    }
    throw new BadDataException(path.toString(), "", "a name that ends in .csv or .json", name);
  }

  private static ExternalFile of(Path path, Map<String, Row> rows) {
    if (rows.isEmpty()) {
      throw new BadDataException(path.toString(), "", "at least one decision", "none");
    }
    long scored = rows.values().stream().filter(row -> !row.scores().isEmpty()).count();
    if (scored != 0 && scored != rows.size()) {
      throw new BadDataException(
          path.toString(), "", "scores for all queries or for none", "scores for " + scored);
    }
    return new ExternalFile(path.toString(), rows, scored > 0);
  }

  private static Map<String, Row> csv(Path path) throws IOException {
    Map<String, Row> rows = new HashMap<>();
    try (MappingIterator<String[]> lines =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(path.toFile())) {
      List<String> header = lines.hasNext() ? Arrays.asList(lines.next()) : List.of();
      int id = header.indexOf("id");
      int decision = header.indexOf("decision");
      if (id < 0 || header.size() < 2) {
        throw new BadDataException(
            path.toString(), "line 1", "a column id, and decision or models", header.toString());
      }
      if (Set.copyOf(header).size() < header.size()) {
        throw new BadDataException(
            path.toString(), "line 1", "every column once", header.toString());
      }
      for (int line = 2; lines.hasNext(); line++) {
        String place = "line " + line;
        String[] cells = lines.next();
        if (cells.length != header.size()) {
          throw new BadDataException(
              path.toString(), place, header.size() + " cells", cells.length + " cells");
        }
        Map<String, Float> scores = new LinkedHashMap<>();
        for (int column = 0; column < cells.length; column++) {
          if (column != id && column != decision) {
            scores.put(header.get(column), number(path, place, cells[column]));
          }
        }
        put(path, rows, cells[id], new Row(place, decision < 0 ? "" : cells[decision], scores));
      }
    }
    return rows;
  }

  private static Map<String, Row> json(Path path) throws IOException {
    JsonNode list;
    try {
      list = RecordBinder.JSON.readTree(path.toFile());
    } catch (JsonProcessingException e) {
      throw new BadDataException(
          path.toString(), "", "a list of decisions in JSON", e.getOriginalMessage(), e);
    }
    if (!list.isArray()) {
      throw new BadDataException(
          path.toString(), "", "a list of decisions in JSON", "a " + list.getNodeType());
    }
    Map<String, Row> rows = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String place = "entry " + (i + 1);
      JsonNode entry = list.get(i);
      Map<String, Float> scores = new LinkedHashMap<>();
      entry
          .path("scores")
          .properties()
          .forEach(
              score -> scores.put(score.getKey(), number(path, place, score.getValue().asText())));
      String id = first(entry, IDS);
      String decision = first(entry, DECISIONS);
      if (id.isEmpty() || (decision.isEmpty() && scores.isEmpty())) {
        throw new BadDataException(
            path.toString(),
            place,
            "one of " + IDS + ", and scores or one of " + DECISIONS,
            List.copyOf(fieldNames(entry)).toString());
      }
      put(path, rows, id, new Row(place, decision, scores));
    }
    return rows;
  }

  private static List<String> fieldNames(JsonNode entry) {
    List<String> names = new ArrayList<>();
    entry.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String first(JsonNode entry, List<String> keys) {
    return keys.stream()
        .filter(entry::hasNonNull)
        .map(key -> entry.get(key).asText())
        .findFirst()
        .orElse("");
  }

  private static float number(Path path, String place, String text) {
    try {
      float value = Float.parseFloat(text);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is not finite.
    }
    throw new BadDataException(path.toString(), place, "a finite score", "'" + text + "'");
  }

  private static void put(Path path, Map<String, Row> rows, String id, Row row) {
    Row twin = rows.put(id, row);
    if (twin != null) {
      throw new BadDataException(
          path.toString(), row.place(), "every query once", "'" + id + "' as in " + twin.place());
    }
  }

  /** The decisions for some queries, as columns of a pool. */
  Decisions decide(EmbeddedQueries queries, ModelPool pool) {
    return Decisions.of(
        queries.size(),
        query -> {
          Row row = row(queries, query);
          return index(row, row.decision(), pool);
        });
  }

  /** The scores for some queries: queries × models in the order of a pool. */
  FloatMatrix scores(EmbeddedQueries queries, ModelPool pool) {
    float[] values = new float[queries.size() * pool.size()];
    for (int query = 0; query < queries.size(); query++) {
      Row row = row(queries, query);
      for (String name : row.scores().keySet()) {
        index(row, name, pool);
      }
      for (int model = 0; model < pool.size(); model++) {
        Float score = row.scores().get(pool.name(model));
        if (score == null) {
          throw new BadDataException(
              file, row.place(), "a score of model '" + pool.name(model) + "'", "none");
        }
        values[query * pool.size() + model] = score;
      }
    }
    return FloatMatrix.wrap(queries.size(), pool.size(), values);
  }

  private Row row(EmbeddedQueries queries, int query) {
    String id = queries.queries().get(query).id();
    Row row = rows.get(id);
    if (row == null) {
      throw new BadDataException(
          file, "", "a decision for query '" + id + "'", "none among " + rows.size());
    }
    return row;
  }

  private int index(Row row, String name, ModelPool pool) {
    int index = pool.names().indexOf(name);
    if (index < 0) {
      throw new BadDataException(
          file, row.place(), "a model of the pool", Require.unknown("model", name, pool.names()));
    }
    return index;
  }
}
