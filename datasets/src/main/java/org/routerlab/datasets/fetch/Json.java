package org.routerlab.datasets.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.regex.Pattern;

/** How JSON is read here: no repeated keys, nothing after the end. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Jackson's own way to say a place, which names its settings. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?line: (\\d+), column: \\d+\\]");

  private Json() {}

  /** What is wrong with a text that is no JSON, and where. */
  static String problem(JsonProcessingException error) {
    String text = error.getOriginalMessage().lines().findFirst().orElse("an error");
    text = SOURCE.matcher(text).replaceAll("line $1");
    return error.getLocation() == null
        ? text
        : text + " at line " + error.getLocation().getLineNr();
  }

  /** The kind of a value, in words. */
  static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
