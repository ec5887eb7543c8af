package org.routerlab.experiments.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code published.csv}: published values, as the experiment gives them. */
public final class PublishedCsv {

  private static final CsvFormat<PublishedRow> FORMAT =
      new CsvFormat<>(
          List.of("table", "title", "source", "unit", "column", "row", "value"),
          PublishedCsv::cells,
          PublishedCsv::parse);

  private PublishedCsv() {}

  /** Writes the rows in the order given, numbers so that they read back exactly. */
  public static void write(List<PublishedRow> rows, Writer out) throws IOException {
    FORMAT.write(rows, out);
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<PublishedRow> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(PublishedRow row) {
    return List.of(
        Integer.toString(row.table()),
        row.title(),
        row.source(),
        row.unit(),
        row.column(),
        row.row(),
        DecimalText.shortest(row.value()));
  }

  private static PublishedRow parse(CsvCells cells) {
    return new PublishedRow(
        cells.count("table"),
        cells.name("title"),
        cells.name("source"),
        cells.text("unit"),
        cells.name("column"),
        cells.name("row"),
        cells.number("value"));
  }
}
