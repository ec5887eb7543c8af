package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as LaTeX: every string is ready to stand in the source.
 *
 * @param columns the column specification, one letter a column
 * @param groups rows of cells, the row's title first; a rule goes between groups
 */
record LatexTable(
    String label,
    String caption,
    String columns,
    List<String> headers,
    List<List<List<String>>> groups,
    List<String> notes) {

  /** More columns than this do not fit a page. */
  private static final int COLUMNS = 6;

  /** The table; a wide one in parts. */
  static List<LatexTable> of(Grid grid) {
    return grid.parts(COLUMNS).stream().map(LatexTable::part).toList();
  }

  private static LatexTable part(Grid grid) {
    List<String> headers = new ArrayList<>(List.of(escape(grid.corner())));
    grid.headers().forEach(header -> headers.add(escape(header)));
    List<List<List<String>>> groups = new ArrayList<>();
    int group = Integer.MIN_VALUE;
    for (Grid.Row row : grid.rows()) {
      if (row.group() != group) {
        groups.add(new ArrayList<>());
        group = row.group();
      }
      List<String> cells = new ArrayList<>(List.of(escape(row.title())));
      row.cells().forEach(cell -> cells.add(cell(cell)));
      groups.get(groups.size() - 1).add(cells);
    }
    return new LatexTable(
        grid.id().toLowerCase(Locale.ROOT),
        escape(grid.title() + ". " + grid.caption()),
        "l" + "r".repeat(grid.headers().size()),
        headers,
        groups,
        grid.notes().stream().map(LatexTable::escape).toList());
  }

  private static String cell(Cell cell) {
    String value = numeric(escape(cell.value()));
    String text = cell.best() ? "\\textbf{" + value + "}" : value;
    String tied = cell.tied() ? "$^{\\approx}$" : "";
    String spread = cell.spread().isEmpty() ? "" : " " + numeric(escape(cell.spread()));
    return text + tied + spread;
  }

  /** With minus signs and powers of ten as mathematics has them. */
  private static String numeric(String escaped) {
    return escaped
        .replaceAll("([0-9])e(-?[0-9]+)", "$1\\$\\\\cdot10^{$2}\\$")
        .replaceAll("(?<![\\w{])-(?=[0-9∞])", "\\$-\\$");
  }

  /** Text that LaTeX sets as it is. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.replaceAll("\\s+", " ").codePoints().forEach(c -> out.append(escape(c)));
    return out.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + (char) c;
      // A bracket after a line break would be read as its argument.
      case '[', ']' -> "{" + (char) c + "}";
      case '±' -> "$\\pm$";
      case '≈' -> "$\\approx$";
      case '∞' -> "$\\infty$";
      case 'λ' -> "$\\lambda$";
      case '×' -> "$\\times$";
      case '–' -> "--";
      case '†' -> "\\textdagger{}";
      case '…' -> "\\dots{}";
      default -> Character.toString(c);
    };
  }
}
