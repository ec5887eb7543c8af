package org.routerlab.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.BadDataException;

/** Reads texts to route: one a line, or JSON objects with {@code text} where it is JSON lines. */
final class RouteTexts {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RouteTexts() {}

  /** One text for each line of a file, which is JSON lines where its name ends in .jsonl. */
  static List<String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("no such file of texts: " + file);
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new BadDataException(file.toString(), "", "text in UTF-8", "other bytes", e);
    }
    if (lines.isEmpty()) {
      throw new BadDataException(file.toString(), "", "at least one text", "none");
    }
    boolean isJson = file.toString().endsWith(".jsonl");
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      String place = "line " + (texts.size() + 1);
      String text = isJson ? text(file, place, line) : line;
      if (text.isBlank()) {
        throw new BadDataException(file.toString(), place, "a text", "a blank one");
      }
      texts.add(text);
    }
    return texts;
  }

  private static String text(Path file, String place, String line) {
    try {
      JsonNode text = MAPPER.readTree(line).path("text");
      if (text.isTextual()) {
        return text.asText();
      }
      throw new BadDataException(
          file.toString(), place, "a JSON object with a text 'text'", QueryText.line(line));
    } catch (JsonProcessingException e) {
      throw new BadDataException(
          file.toString(), place, "a JSON object", e.getOriginalMessage(), e);
    }
  }
}
