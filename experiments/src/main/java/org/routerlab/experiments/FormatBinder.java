package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.Formats;

/** Makes formats out of their name and choices that are given as text. */
public final class FormatBinder {

  private FormatBinder() {}

  /**
   * A format.
   *
   * @param choices by the name of the format's component; a value is read as JSON where it is JSON,
   *     and is a text otherwise
   * @throws IllegalArgumentException where format or choice is unknown, or a value is refused
   */
  public static Format bind(String name, Map<String, String> choices) {
    Format format = Formats.named(name);
    ObjectNode overrides = RecordBinder.JSON.createObjectNode();
    choices.forEach((choice, value) -> overrides.set(choice, parsed(value)));
    return (Format) RecordBinder.override((Record) format, overrides, "format " + name);
  }

  /** The choices of a format with their defaults, as JSON. */
  public static String choices(Format format) throws JsonProcessingException {
    return RecordBinder.JSON.writeValueAsString(format);
  }

  private static JsonNode parsed(String value) {
    try {
      JsonNode node = RecordBinder.JSON.readTree(value);
      return node == null || node.isMissingNode() ? TextNode.valueOf(value) : node;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(value);
    }
  }
}
