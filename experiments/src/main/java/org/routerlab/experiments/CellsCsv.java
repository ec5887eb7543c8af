package org.routerlab.experiments;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.routerlab.core.BadDataException;

/** The file {@code cells.csv}: which cells the numbers of a results folder rest on. */
final class CellsCsv {

  private static final CsvMapper CSV = new CsvMapper();
  private static final CsvSchema SCHEMA =
      CsvSchema.builder()
          .addColumn("encoder")
          .addColumn("router")
          .addColumn("configuration")
          .addNumberColumn("seed")
          .addColumn("without")
          .addColumn("cell")
          .build()
          .withLineSeparator("\n");

  private CellsCsv() {}

  static String text(List<Cell> cells) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows.add(
          Map.of(
              "encoder", cell.encoder(),
              "router", cell.router(),
              "configuration", cell.configuration(),
              "seed", cell.seed(),
              "without", cell.without(),
              "cell", cell.key()));
    }
    return CSV.writer(SCHEMA.withHeader()).writeValueAsString(rows);
  }

  static List<Cell> read(Path file) throws IOException {
    List<Cell> cells = new ArrayList<>();
    CsvSchema schema = SCHEMA.withHeader().withStrictHeaders(true);
    try (MappingIterator<Map<String, String>> rows =
        CSV.readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        if (row.size() != SCHEMA.size() || row.containsValue(null)) {
          throw new BadDataException(
              file.toString(),
              "row " + (cells.size() + 1),
              SCHEMA.size() + " cells",
              row.toString());
        }
        cells.add(
            new Cell(
                row.get("encoder"),
                row.get("router"),
                row.get("configuration"),
                Long.parseLong(row.get("seed")),
                row.get("without"),
                row.get("cell")));
      }
    } catch (BadDataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BadDataException(
          file.toString(), "", "the columns that a run writes", e.getMessage(), e);
    }
    return cells;
  }
}
