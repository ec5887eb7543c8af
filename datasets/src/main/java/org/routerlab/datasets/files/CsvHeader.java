package org.routerlab.datasets.files;

import java.util.ArrayList;
import java.util.List;

/** The first record of a CSV file: names of columns between commas, of one line. */
final class CsvHeader {

  private CsvHeader() {}

  static List<String> split(SourceFile file, String line) {
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
      throw file.bad("line 1", "names of columns", "a quote that is not closed on its line");
    }
    cells.add(cell.toString());
    return cells;
  }
}
