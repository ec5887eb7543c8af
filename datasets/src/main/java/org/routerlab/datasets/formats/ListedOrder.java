package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** The order that a CSV file gives names in one of its columns, a row each. */
final class ListedOrder {

  private final SourceFile file;
  private final String column;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  private ListedOrder(SourceFile file, String column) {
    this.file = file;
    this.column = column;
    Scan.csv(file)
        .requiring(column)
        .only(List.of(column))
        .forEach(
            row -> {
              String name = row.text(column);
              if (positions.putIfAbsent(name, positions.size()) != null) {
                throw row.bad(column, "every value once", SourceFile.quote(name) + " again");
              }
            });
  }

  /** The order of that file; empty where the folder has no such file. */
  static Optional<ListedOrder> of(Path folder, String file, String column) {
    return SourceFile.find(folder, file).map(found -> new ListedOrder(found, column));
  }

  /** The names in this order; the file must list them all. */
  List<String> sorted(Collection<String> names) {
    for (String name : names) {
      if (!positions.containsKey(name)) {
        String expected = "every " + column + " that has outcomes";
        throw file.bad("", expected, "none of " + SourceFile.quote(name));
      }
    }
    return names.stream().sorted(Comparator.comparing(positions::get)).toList();
  }
}
