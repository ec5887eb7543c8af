package org.routerlab.experiments.report;

import static org.routerlab.experiments.report.DecimalText.shortest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code expectations.csv}: expected values beside the ones found. */
public final class ExpectationsCsv {

  private static final CsvFormat<ExpectationRow> FORMAT =
      new CsvFormat<>(
          List.of("router", "metric", "value", "tolerance", "source", "found", "ok"),
          ExpectationsCsv::cells,
          ExpectationsCsv::parse);

  private ExpectationsCsv() {}

  /** Writes the rows in the order given, numbers so that they read back exactly. */
  public static void write(List<ExpectationRow> rows, Writer out) throws IOException {
    FORMAT.write(rows, out);
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<ExpectationRow> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(ExpectationRow row) {
    return List.of(
        row.router(),
        row.metric(),
        shortest(row.value()),
        shortest(row.tolerance()),
        row.source(),
        shortest(row.found()),
        Boolean.toString(row.ok()));
  }

  private static ExpectationRow parse(CsvCells cells) {
    return new ExpectationRow(
        cells.name("router"),
        cells.name("metric"),
        cells.number("value"),
        cells.number("tolerance"),
        cells.name("source"),
        cells.number("found"),
        cells.flag("ok"));
  }
}
