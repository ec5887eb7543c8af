package org.routerlab.experiments.report;

import static org.routerlab.experiments.report.DecimalText.shortest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code plateau.csv}: The Routing Plateau's tables 1 to 5 in long form. */
public final class PlateauCsv {

  private static final CsvFormat<PlateauRow> FORMAT =
      new CsvFormat<>(
          List.of(
              "benchmark",
              "encoder",
              "table",
              "router",
              "other",
              "quantity",
              "value",
              "ci_low",
              "ci_high",
              "n"),
          PlateauCsv::cells,
          PlateauCsv::parse);

  private PlateauCsv() {}

  /** Writes the rows in the order given, numbers so that they read back exactly. */
  public static void write(List<PlateauRow> rows, Writer out) throws IOException {
    FORMAT.write(rows, out);
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<PlateauRow> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(PlateauRow row) {
    return List.of(
        row.benchmark(),
        row.encoder(),
        Integer.toString(row.table()),
        row.router(),
        row.other(),
        row.quantity(),
        shortest(row.value()),
        shortest(row.ciLow()),
        shortest(row.ciHigh()),
        Integer.toString(row.n()));
  }

  private static PlateauRow parse(CsvCells cells) {
    return new PlateauRow(
        cells.name("benchmark"),
        cells.name("encoder"),
        cells.count("table"),
        cells.name("router"),
        cells.name("other"),
        cells.name("quantity"),
        cells.number("value"),
        cells.number("ci_low"),
        cells.number("ci_high"),
        cells.count("n"));
  }
}
