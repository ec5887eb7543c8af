package org.routerlab.datasets.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * The objects of an array that is a field of the one JSON object in a file, streamed.
 *
 * <p>Values of fields that nobody asks for are passed over without making text of them. DuckDB
 * would hold the whole object, and takes three times as long for it.
 *
 * @param fields what a {@link Row} has as columns; null where an object lacks it
 */
public record RecordArray(SourceFile file, String array, List<String> fields) {

  private static final JsonFactory JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .getFactory();

  /** Copies the names. */
  public RecordArray {
    fields = List.copyOf(fields);
  }

  /** Feeds every object to {@code consumer}; the row is valid during the call only. */
  public void forEach(Consumer<Row> consumer) {
    JsonNode[] cells = new JsonNode[fields.size()];
    Row row = new Row(file, fields, cells);
    try (JsonParser parser = JSON.createParser(file.bytes())) {
      JsonToken start = parser.nextToken();
      if (start != JsonToken.START_OBJECT) {
        throw start == null
            ? file.bad("", "at least one line", "an empty file")
            : file.bad("", "a JSON object", "another value");
      }
      boolean found = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(array);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          found = true;
          readObjects(parser, row, cells, consumer);
        } else {
          parser.skipChildren();
        }
      }
      if (!found) {
        throw file.bad("", "a field " + array + " that holds an array", "none");
      }
      if (parser.nextToken() != null) {
        throw file.bad("", "one JSON object", "more after it");
      }
    } catch (JsonProcessingException e) {
      String problem = JsonProblem.of(e);
      String line = "line " + e.getLocation().getLineNr();
      throw file.bad(line, "records that can be read", problem);
    } catch (EOFException | ZipException e) {
      throw file.bad("", "a complete gzip file", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw file.bad("", "a readable file", e.toString());
    }
  }

  private void readObjects(JsonParser parser, Row row, JsonNode[] cells, Consumer<Row> consumer)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      row.advance();
      if (!parser.hasToken(JsonToken.START_OBJECT)) {
        throw row.place().bad("a JSON object", "another value");
      }
      Arrays.fill(cells, NullNode.instance);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        int position = fields.indexOf(parser.currentName());
        parser.nextToken();
        if (position < 0) {
          parser.skipChildren();
        } else {
          cells[position] = parser.readValueAsTree();
        }
      }
      consumer.accept(row);
    }
  }
}
