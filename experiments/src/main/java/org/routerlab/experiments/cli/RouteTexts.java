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
  private static final String MARK = "\uFEFF";

  private RouteTexts() {}

  /**
   * One text for each line of a file that is not blank; JSON lines where its name ends in .jsonl. A
   * byte order mark at the beginning is no part of a text.
   */
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
    boolean isJson = file.toString().endsWith(".jsonl");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          i == 0 && lines.get(i).startsWith(MARK) ? lines.get(i).substring(1) : lines.get(i);
      if (!line.isBlank()) {
        texts.add(isJson ? text(file, "line " + (i + 1), line) : line);
      }
    }
    if (texts.isEmpty()) {
      throw new BadDataException(file.toString(), "", "at least one text", "none");
    }
    return texts;
  }

  private static String text(Path file, String place, String line) {
    try {
      JsonNode text = MAPPER.readTree(line).path("text");
      if (text.isTextual() && !text.asText().isBlank()) {
        return text.asText();
      }
      throw new BadDataException(
          file.toString(),
          place,
          "a JSON object with a text 'text' that is not blank",
          QueryText.line(line));
    } catch (JsonProcessingException e) {
      throw new BadDataException(
          file.toString(), place, "a JSON object", e.getOriginalMessage(), e);
    }
  }
}
