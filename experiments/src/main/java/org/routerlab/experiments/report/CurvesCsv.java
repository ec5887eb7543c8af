package org.routerlab.experiments.report;

import static org.routerlab.experiments.report.DecimalText.shortest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code curves.csv}: the points of every deferral curve. */
public final class CurvesCsv {

  private static final CsvFormat<CurvePoint> FORMAT =
      new CsvFormat<>(
          List.of(
              "benchmark",
              "encoder",
              "router",
              "curve",
              "x",
              "accuracy",
              "ci_low",
              "ci_high",
              "cost"),
          CurvesCsv::cells,
          CurvesCsv::parse);

  private CurvesCsv() {}

  /** Writes the points in the order given, numbers so that they read back exactly. */
  public static void write(List<CurvePoint> points, Writer out) throws IOException {
    FORMAT.write(points, out);
  }

  /**
   * Reads all points, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<CurvePoint> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(CurvePoint point) {
    return List.of(
        point.benchmark(),
        point.encoder(),
        point.router(),
        point.curve(),
        shortest(point.x()),
        shortest(point.accuracy()),
        shortest(point.ciLow()),
        shortest(point.ciHigh()),
        shortest(point.cost()));
  }

  private static CurvePoint parse(CsvCells cells) {
    String curve = cells.name("curve");
    if (!curve.equals("budget") && !curve.equals("lambda")) {
      throw cells.bad("curve", "budget or lambda", "'" + curve + "'");
    }
    return new CurvePoint(
        cells.name("benchmark"),
        cells.name("encoder"),
        cells.name("router"),
        curve,
        cells.number("x"),
        cells.number("accuracy"),
        cells.number("ci_low"),
        cells.number("ci_high"),
        cells.number("cost"));
  }
}
