package org.routerlab.datasets.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of a CSV file: cells between commas, quoted where they hold a comma or a quote. */
public final class CsvLine {

  private CsvLine() {}

  /**
   * The cells of a line.
   *
   * @throws IllegalArgumentException where a quote is not closed
   */
  public static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote that is not closed on its line");
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The line of the given cells. */
  public static String join(List<String> cells) {
    return cells.stream().map(CsvLine::quote).collect(Collectors.joining(","));
  }

  private static String quote(String cell) {
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "ids and model names must be of one line but one is " + SourceFile.quote(cell));
    }
    return cell.indexOf(',') < 0 && cell.indexOf('"') < 0
        ? cell
        : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
