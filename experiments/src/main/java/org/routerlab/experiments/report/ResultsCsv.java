package org.routerlab.experiments.report;

import static org.routerlab.experiments.report.DecimalText.shortest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The file {@code results.csv}: every measured value, in long form. */
public final class ResultsCsv {

  private static final Pattern SUBSET =
      Pattern.compile(
          "all|hard|easy|unsolvable|solved-by-\\d+|dataset:.+|tag:[^=]+=.*", Pattern.DOTALL);

  private static final CsvFormat<ResultRow> FORMAT =
      new CsvFormat<>(
          List.of(
              "benchmark",
              "split",
              "subset",
              "router",
              "encoder",
              "seed",
              "metric",
              "value",
              "ci_low",
              "ci_high",
              "n"),
          ResultsCsv::cells,
          ResultsCsv::parse);

  private ResultsCsv() {}

  /** Writes the rows in the order given, numbers so that they read back exactly. */
  public static void write(List<ResultRow> rows, Writer out) throws IOException {
    FORMAT.write(rows, out);
  }

  /**
   * Reads all rows, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<ResultRow> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(ResultRow row) {
    return List.of(
        row.benchmark(),
        row.split(),
        row.subset(),
        row.router(),
        row.encoder(),
        row.seed(),
        row.metric(),
        shortest(row.value()),
        shortest(row.ciLow()),
        shortest(row.ciHigh()),
        Integer.toString(row.n()));
  }

  private static ResultRow parse(CsvCells cells) {
    double low = cells.number("ci_low");
    double high = cells.number("ci_high");
    if (low > high) {
      throw cells.bad("ci_low", "at most ci_high = " + shortest(high), shortest(low));
    }
    String subset = cells.name("subset");
    if (!SUBSET.matcher(subset).matches()) {
      String expected = "all, hard, easy, unsolvable, solved-by-N, dataset:NAME or tag:NAME=VALUE";
      throw cells.bad("subset", expected, "'" + subset + "'");
    }
    return new ResultRow(
        cells.name("benchmark"),
        cells.name("split"),
        subset,
        cells.name("router"),
        cells.name("encoder"),
        cells.name("seed"),
        cells.name("metric"),
        cells.number("value"),
        low,
        high,
        cells.count("n"));
  }
}
