package org.routerlab.experiments.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The file {@code selection.csv}: the share of queries that each router gave to each model. */
public final class SelectionCsv {

  private static final CsvFormat<SelectionShare> FORMAT =
      new CsvFormat<>(
          List.of("benchmark", "encoder", "router", "model", "share"),
          SelectionCsv::cells,
          SelectionCsv::parse);

  private SelectionCsv() {}

  /** Writes the shares in the order given, numbers so that they read back exactly. */
  public static void write(List<SelectionShare> shares, Writer out) throws IOException {
    FORMAT.write(shares, out);
  }

  /**
   * Reads all shares, in the order of the file.
   *
   * @throws org.routerlab.core.BadDataException naming the line that breaks a rule
   */
  public static List<SelectionShare> read(Path file) throws IOException {
    return FORMAT.read(file);
  }

  private static List<String> cells(SelectionShare share) {
    return List.of(
        share.benchmark(),
        share.encoder(),
        share.router(),
        share.model(),
        DecimalText.shortest(share.share()));
  }

  private static SelectionShare parse(CsvCells cells) {
    double share = cells.number("share");
    if (!(share >= 0 && share <= 1)) {
      throw cells.bad("share", "a number in [0, 1]", DecimalText.shortest(share));
    }
    return new SelectionShare(
        cells.name("benchmark"),
        cells.name("encoder"),
        cells.name("router"),
        cells.name("model"),
        share);
  }
}
