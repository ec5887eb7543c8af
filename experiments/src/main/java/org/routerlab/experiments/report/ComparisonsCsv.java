package org.routerlab.experiments.report;

import static org.routerlab.experiments.report.DecimalText.shortest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code comparisons.csv}: each router against the best one. */
public final class ComparisonsCsv {

  private static final CsvFormat<ComparisonRow> FORMAT =
      new CsvFormat<>(
          List.of(
              "benchmark",
              "encoder",
              "metric",
              "router",
              "best",
              "difference",
              "ci_low",
              "ci_high",
              "separable",
              "deployable"),
          ComparisonsCsv::cells,
          ComparisonsCsv::parse);

  private ComparisonsCsv() {}

  /** Writes the rows in the order given, numbers so that they read back exactly. */
  public static void write(List<ComparisonRow> rows, Writer out) throws IOException {
    FORMAT.write(rows, out);
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<ComparisonRow> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(ComparisonRow row) {
    return List.of(
        row.benchmark(),
        row.encoder(),
        row.metric(),
        row.router(),
        row.best(),
        shortest(row.difference()),
        shortest(row.ciLow()),
        shortest(row.ciHigh()),
        Boolean.toString(row.separable()),
        Boolean.toString(row.deployable()));
  }

  private static ComparisonRow parse(CsvCells cells) {
    return new ComparisonRow(
        cells.name("benchmark"),
        cells.name("encoder"),
        cells.name("metric"),
        cells.name("router"),
        cells.name("best"),
        cells.number("difference"),
        cells.number("ci_low"),
        cells.number("ci_high"),
        cells.flag("separable"),
        cells.flag("deployable"));
  }
}
