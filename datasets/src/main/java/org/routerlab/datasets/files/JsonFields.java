package org.routerlab.datasets.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fields of the one JSON object that a file holds, read without the rest of the object. */
public final class JsonFields {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonFields() {}

  /**
   * The texts of the fields that hold a text, a number or a truth value, by name. Others are not in
   * the map. The file is read up to the last of them.
   *
   * @throws org.routerlab.core.BadDataException where the file is no JSON object that far
   */
  public static Map<String, String> read(SourceFile file, Set<String> names) {
    Map<String, String> found = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(file.open())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw file.bad("", "a JSON object", parser.hasCurrentToken() ? "another value" : "nothing");
      }
      while (found.size() < names.size() && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (names.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          found.put(name, parser.getText());
        }
        parser.skipChildren();
      }
      return found;
    } catch (JsonProcessingException e) {
      String problem = JsonProblem.of(e);
      throw file.bad("line " + e.getLocation().getLineNr(), "JSON", problem);
    } catch (IOException e) {
      throw file.bad("", "a readable file", e.toString());
    }
  }
}
