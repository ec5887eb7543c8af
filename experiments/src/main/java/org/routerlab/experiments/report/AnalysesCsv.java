package org.routerlab.experiments.report;

import java.util.List;
import java.util.Locale;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;

/**
 * The file {@code analyses.csv}: every cell of the tables of {@code analyses.json}, one a line, in
 * their order; empty cells are left out.
 *
 * <p>Values are those of the JSON: fractions where the unit is {@code percent}. Of a published
 * range {@code low} and {@code high} are its ends and there is no value.
 */
public final class AnalysesCsv {

  private static final List<String> HEADER =
      List.of(
          "table", "row", "column", "unit", "published", "value", "low", "high", "text", "mark");

  private AnalysesCsv() {}

  /** The text of the file; numbers read back exactly. */
  public static String render(List<AnalysisTable> tables) {
    StringBuilder out = new StringBuilder(Csv.line(HEADER));
    for (AnalysisTable table : tables) {
      for (AnalysisTable.Row row : table.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          if (!row.cells().get(i).isEmpty()) {
            out.append(line(table, row, i));
          }
        }
      }
    }
    return out.toString();
  }

  private static String line(AnalysisTable table, AnalysisTable.Row row, int column) {
    Heading heading = table.columns().get(column);
    Entry cell = row.cells().get(column);
    return Csv.line(
        List.of(
            table.id(),
            row.title(),
            heading.header(),
            heading.unit().name().toLowerCase(Locale.ROOT),
            Boolean.toString(heading.isPublished()),
            number(cell.value()),
            number(cell.low()),
            number(cell.high()),
            cell.text() == null ? "" : cell.text(),
            cell.mark() == null ? "" : cell.mark()));
  }

  private static String number(Double value) {
    return value == null ? "" : DecimalText.shortest(value);
  }
}
