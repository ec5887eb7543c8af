package org.routerlab.experiments.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.BadDataException;

/** Reads and writes comma-separated values as RFC 4180 has them; lines end with one newline. */
final class Csv {

  private final String source;
  private final String text;
  private int at;
  private int line = 1;

  private Csv(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * One record of a file.
   *
   * @param line the line on which it starts, from 1
   */
  record Entry(int line, List<String> cells) {}

  /** All records of a UTF-8 file, header included. */
  static List<Entry> read(Path file) throws IOException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new BadDataException(file.toString(), "", "text in UTF-8", "other bytes", e);
    }
  }

  /** All records of {@code text}; {@code source} names it in errors. */
  static List<Entry> parse(String source, String text) {
    Csv csv = new Csv(source, text);
    List<Entry> entries = new ArrayList<>();
    while (csv.at < text.length()) {
      entries.add(csv.entry());
    }
    return entries;
  }

  /** One line with its line end; cells are quoted only where they have to be. */
  static String line(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(quote(cells.get(i)));
    }
    return out.append('\n').toString();
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private Entry entry() {
    int start = line;
    List<String> cells = new ArrayList<>();
    do {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
    } while (takes(','));
    takes('\r');
    if (at < text.length() && !takes('\n')) {
      throw bad("a comma or the end of the line after a cell", "'" + text.charAt(at) + "'");
    }
    line++;
    return new Entry(start, List.copyOf(cells));
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw bad("quotes only around a whole cell", "a quote inside a cell");
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    int opened = line;
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      } else if (!takes('"')) {
        return cell.toString();
      } else {
        cell.append('"');
      }
    }
    throw bad("a closing quote", "the end of the file after a quote opened on line " + opened);
  }

  private boolean takes(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private BadDataException bad(String expected, String found) {
    return new BadDataException(source, "line " + line, expected, found);
  }
}
