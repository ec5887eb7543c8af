package org.routerlab.experiments.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.routerlab.core.BadDataException;

/**
 * How records of one type stand in a CSV file.
 *
 * @param header the columns, in order
 * @param cells a record's cells, in the order of the columns
 * @param parser the record of some cells
 */
record CsvFormat<T>(
    List<String> header, Function<T, List<String>> cells, Function<CsvCells, T> parser) {

  /** Writes the header and the records, in the order given. */
  void write(List<T> records, Writer out) throws IOException {
    out.write(Csv.line(header));
    for (T each : records) {
      out.write(Csv.line(cells.apply(each)));
    }
    out.flush();
  }

  /** Reads the records, in the order of the file; the header must be exactly this format's. */
  List<T> read(Path file) throws IOException {
    String source = file.toString();
    List<Csv.Entry> entries = Csv.read(file);
    if (entries.isEmpty() || !entries.get(0).cells().equals(header)) {
      String found = entries.isEmpty() ? "an empty file" : line(entries.get(0).cells());
      throw new BadDataException(source, "line 1", "the header " + line(header), found);
    }
    List<T> records = new ArrayList<>();
    for (Csv.Entry entry : entries.subList(1, entries.size())) {
      if (entry.cells().size() != header.size()) {
        throw new BadDataException(
            source,
            "line " + entry.line(),
            header.size() + " cells",
            Integer.toString(entry.cells().size()));
      }
      records.add(parser.apply(new CsvCells(source, entry.line(), header, entry.cells())));
    }
    return List.copyOf(records);
  }

  private static String line(List<String> cells) {
    return Csv.line(cells).strip();
  }
}
