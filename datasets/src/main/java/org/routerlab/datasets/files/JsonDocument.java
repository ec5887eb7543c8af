package org.routerlab.datasets.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;

/** The one JSON value of a small file, such as a price list, read whole. */
public final class JsonDocument {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonDocument() {}

  /**
   * The entries of the object that the file holds, in their order.
   *
   * @throws org.routerlab.core.BadDataException where the file holds anything else, or a field
   *     twice
   */
  public static Set<Map.Entry<String, JsonNode>> object(SourceFile file) {
    file.checkText();
    try (Reader reader = file.open()) {
      JsonNode node = JSON.readTree(reader);
      if (!node.isObject()) {
        throw file.bad("", "a JSON object", SourceFile.quote(node.toString()));
      }
      return node.properties();
    } catch (JsonProcessingException e) {
      String problem = JsonProblem.of(e);
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw file.bad(line, "a JSON object", problem);
    } catch (IOException e) {
      throw file.bad("", "a readable file", e.toString());
    }
  }
}
