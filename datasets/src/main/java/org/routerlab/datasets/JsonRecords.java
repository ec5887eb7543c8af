package org.routerlab.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.routerlab.datasets.files.JsonProblem;
import org.routerlab.datasets.files.SourceFile;

/** Reads JSON objects strictly: no repeated fields, nothing after the end. */
final class JsonRecords {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonRecords() {}

  /**
   * The object that {@code text} holds.
   *
   * @throws IllegalArgumentException where it holds none; the message says what it holds
   */
  static ObjectNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException(SourceFile.quote(text.strip()));
    } catch (JsonProcessingException e) {
      String problem = JsonProblem.of(e);
      throw new IllegalArgumentException(
          "an error at column "
              + (e.getLocation() == null ? "?" : e.getLocation().getColumnNr())
              + " ("
              + problem
              + ") in "
              + SourceFile.quote(text.strip()),
          e);
    }
  }

  /** The field as text, where it is a string, number or truth value. */
  static Optional<String> scalar(ObjectNode object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(node -> node.isValueNode() && !node.isNull())
        .map(JsonNode::asText);
  }
}
