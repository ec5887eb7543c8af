package org.routerlab.experiments.report;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a table in GitHub's Markdown. */
final class MarkdownTable {

  /** More columns than this do not fit a page. */
  private static final int COLUMNS = 8;

  private MarkdownTable() {}

  /** The table under a heading of the given level; a wide one in parts. */
  static String render(Grid grid, int level) {
    StringBuilder out = new StringBuilder();
    out.append("#".repeat(level)).append(' ').append(escape(grid.title())).append("\n\n");
    out.append(escape(grid.caption())).append("\n\n");
    for (Grid part : grid.parts(COLUMNS)) {
      out.append(table(part)).append('\n');
    }
    grid.notes().forEach(note -> out.append("- ").append(escape(note)).append('\n'));
    return out.append(grid.notes().isEmpty() ? "" : "\n").toString();
  }

  /** Text that Markdown shows as it is. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
      if (c == '<') {
        out.append("&lt;");
      } else if (c == '&') {
        out.append("&amp;");
      } else {
        out.append("\\`*_[]|~".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  private static String table(Grid grid) {
    StringBuilder out = new StringBuilder();
    out.append("| ").append(escape(grid.corner()));
    grid.headers().forEach(header -> out.append(" | ").append(escape(header)));
    out.append(" |\n|---").append("|---:".repeat(grid.headers().size())).append("|\n");
    for (Grid.Row row : grid.rows()) {
      out.append("| ").append(escape(row.title())).append(" | ");
      out.append(cells(row.cells())).append(" |\n");
    }
    return out.toString();
  }

  private static String cells(List<Cell> cells) {
    return cells.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | "));
  }

  private static String cell(Cell cell) {
    String value = escape(cell.value());
    String marked = (cell.best() ? "**" + value + "**" : value) + (cell.tied() ? " ≈" : "");
    return cell.spread().isEmpty() ? marked : marked + " " + escape(cell.spread());
  }
}
