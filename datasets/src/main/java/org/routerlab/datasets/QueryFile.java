package org.routerlab.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.files.SourceFile;

/** The queries of a folder: one JSON object a line. */
final class QueryFile {

  static final String NAME = "queries.jsonl";

  /** The dataset of queries that name none. */
  private static final String NO_DATASET = "all";

  private static final List<String> OWN_FIELDS = List.of("dataset", "id", "prompt");

  private QueryFile() {}

  /** What a line of a file says of a query. */
  @FunctionalInterface
  interface LineReader {
    Query read(TableFile file, long number, String line);
  }

  /** Reads all queries, in the order of the lines. */
  static QueryRows read(TableFile file) {
    return new QueryRows(read(file, "query", QueryFile::query));
  }

  /**
   * Reads a query from every line that is not blank.
   *
   * @param what a query is called where there is none
   * @throws BadDataException on an id that occurs twice, and where there is no query
   */
  static List<Query> read(TableFile file, String what, LineReader reader) {
    List<Query> queries = new ArrayList<>();
    Map<String, Long> lineOfId = new HashMap<>();
    file.forEachLine(
        (number, line) -> {
          if (line.isBlank()) {
            return;
          }
          Query query = reader.read(file, number, line);
          Long earlier = lineOfId.putIfAbsent(query.id(), number);
          if (earlier != null) {
            String repeated = SourceFile.quote(query.id());
            throw file.bad(number, "every id once", repeated + " again, as on line " + earlier);
          }
          queries.add(query);
        });
    if (queries.isEmpty()) {
      throw file.bad("", "at least one " + what, "none");
    }
    return queries;
  }

  /** Writes the queries; {@link #read} returns equal ones. */
  static void write(Writer writer, List<Query> queries) throws IOException {
    for (Query query : queries) {
      requireNoOwnField(query);
      ObjectNode object = JsonRecords.MAPPER.createObjectNode();
      object.put("id", query.id()).put("dataset", query.dataset());
      query.tags().forEach(object::put);
      object.put("prompt", query.text());
      writer.append(object.toString()).append('\n');
    }
  }

  private static void requireNoOwnField(Query query) {
    for (String field : OWN_FIELDS) {
      if (query.tags().containsKey(field)) {
        throw new IllegalArgumentException(
            "a tag must not be called "
                + OWN_FIELDS
                + " but query '"
                + query.id()
                + "' has the tag '"
                + field
                + "'");
      }
    }
  }

  private static Query query(TableFile file, long number, String line) {
    ObjectNode object = object(file, number, line);
    String id = id(file, number, object);
    String prompt = text(file, number, object, "prompt");
    String dataset = JsonRecords.scalar(object, "dataset").orElse(NO_DATASET);
    return new Query(id, prompt, dataset, tags(object));
  }

  /** The object on a line. */
  static ObjectNode object(TableFile file, long number, String line) {
    try {
      return JsonRecords.parse(line);
    } catch (IllegalArgumentException e) {
      throw file.bad(number, "a JSON object", e.getMessage());
    }
  }

  /** The id on a line, which must be one line without blanks at its ends. */
  static String id(TableFile file, long number, ObjectNode object) {
    String id = text(file, number, object, "id");
    if (!id.equals(id.strip()) || id.lines().count() > 1) {
      throw file.bad(number, "an id of one line without outer blanks", SourceFile.quote(id));
    }
    return id;
  }

  /** A field that must be there and not blank. */
  static String text(TableFile file, long number, ObjectNode object, String field) {
    String value =
        JsonRecords.scalar(object, field)
            .orElseThrow(() -> file.bad(number, "a field " + field, "none"));
    if (value.isBlank()) {
      throw file.bad(number, "a field " + field + " that is not blank", SourceFile.quote(value));
    }
    return value;
  }

  private static Map<String, String> tags(ObjectNode object) {
    Map<String, String> tags = new TreeMap<>();
    for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!OWN_FIELDS.contains(field)) {
        JsonRecords.scalar(object, field).ifPresent(value -> tags.put(field, value));
      }
    }
    return tags;
  }
}
