package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Prints a table as aligned plain text, no wider than a terminal. */
final class TerminalTable {

  private static final int LONGEST_TITLE = 36;
  private static final int NARROWEST = 40;
  private static final String GAP = "  ";

  private final Grid grid;
  private final int width;
  private final List<String> titles;
  private final int titleWidth;
  private final List<ColumnWidths> widths = new ArrayList<>();

  /** The widths of a column: its values, their spreads with the gap before, and all in all. */
  private record ColumnWidths(int value, int spread, int total) {}

  private TerminalTable(Grid grid, int width) {
    this.grid = grid;
    this.width = Math.max(NARROWEST, width);
    titles = titles(grid);
    titleWidth =
        Math.max(
            length(grid.corner()), titles.stream().mapToInt(TerminalTable::length).max().orElse(0));
    IntStream.range(0, grid.headers().size()).forEach(i -> widths.add(widths(i)));
  }

  /**
   * The table in at most {@code width} characters a line where its first columns allow; columns
   * that do not fit follow below, with the first column again.
   */
  static String render(Grid grid, int width) {
    return new TerminalTable(grid, width).render();
  }

  /** How many of the columns fit side by side, from the left; at least one. */
  static int fitting(Grid grid, int width) {
    return new TerminalTable(grid, width).fitting(0);
  }

  private String render() {
    StringBuilder out = new StringBuilder(wrap(grid.caption(), ""));
    int from = 0;
    do {
      int to = from + fitting(from);
      out.append('\n').append(block(from, to));
      from = to;
    } while (from < widths.size());
    grid.notes().forEach(note -> out.append(wrap(note.replace("Bold: ", "*: "), "  ")));
    return out.toString();
  }

  private String block(int from, int to) {
    StringBuilder out = new StringBuilder();
    String head = header(from, to);
    out.append(head).append(rule(head));
    for (int i = 0; i < grid.rows().size(); i++) {
      if (i > 0 && grid.rows().get(i).group() != grid.rows().get(i - 1).group()) {
        out.append(rule(head));
      }
      out.append(row(i, from, to));
    }
    return out.append(rule(head)).toString();
  }

  private int fitting(int from) {
    int used = titleWidth;
    int to = from;
    while (to < widths.size()) {
      used += GAP.length() + widths.get(to).total();
      if (used > width && to > from) {
        break;
      }
      to++;
    }
    return to - from;
  }

  private String header(int from, int to) {
    StringBuilder out = new StringBuilder(pad(grid.corner(), titleWidth, false));
    for (int i = from; i < to; i++) {
      out.append(GAP).append(pad(grid.headers().get(i), widths.get(i).total(), true));
    }
    return out.append('\n').toString();
  }

  private String row(int index, int from, int to) {
    StringBuilder out = new StringBuilder(pad(titles.get(index), titleWidth, false));
    for (int i = from; i < to; i++) {
      ColumnWidths column = widths.get(i);
      Cell cell = grid.rows().get(index).cells().get(i);
      String spread = cell.spread().isEmpty() ? "" : " " + aligned(cell.spread(), i);
      String text = pad(value(cell), column.value(), true) + pad(spread, column.spread(), false);
      out.append(GAP).append(pad(text, column.total(), true));
    }
    return out.toString().stripTrailing() + "\n";
  }

  /** "± 0.9" stands under "± 10.2" with the numbers flush right. */
  private String aligned(String spread, int column) {
    return spread.startsWith("± ")
        ? "±" + pad(spread.substring(2), widths.get(column).spread() - 2, true)
        : spread;
  }

  private static String value(Cell cell) {
    return (cell.best() ? "*" : cell.tied() ? "≈" : "") + cell.value();
  }

  private ColumnWidths widths(int column) {
    int value = 0;
    int spread = 0;
    for (Grid.Row row : grid.rows()) {
      Cell cell = row.cells().get(column);
      value = Math.max(value, length(value(cell)));
      spread = Math.max(spread, cell.spread().isEmpty() ? 0 : 1 + length(cell.spread()));
    }
    int total = Math.max(value + spread, length(grid.headers().get(column)));
    return new ColumnWidths(value, spread, total);
  }

  private static String rule(String head) {
    return "─".repeat(length(head) - 1) + "\n";
  }

  private String wrap(String text, String indent) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && length(line) + 1 + length(word) > width) {
        out.append(line).append('\n');
        line = new StringBuilder(indent);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    return out.append(line).append('\n').toString();
  }

  /** Long labels lose their middle, unless two rows would look the same. */
  private static List<String> titles(Grid grid) {
    List<String> full = grid.rows().stream().map(Grid.Row::title).toList();
    List<String> brief = full.stream().map(label -> Label.shorten(label, LONGEST_TITLE)).toList();
    boolean unique = brief.stream().distinct().count() == full.stream().distinct().count();
    return unique ? brief : full;
  }

  private static String pad(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - length(text)));
    return right ? space + text : text + space;
  }

  private static int length(CharSequence text) {
    return (int) text.codePoints().count();
  }
}
