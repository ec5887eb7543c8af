package org.routerlab.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Query;
import org.routerlab.datasets.catalogue.Benchmarks;

/**
 * The stored test predictions of a router on a2b-mini, read with plain loops. Each prompt there has
 * one right model, which is called as its dataset.
 */
final class StoredDecisions {

  /** The test queries by id. */
  final Map<String, Query> queries = new LinkedHashMap<>();

  /** By run, then by query id, the line of the file. */
  private final List<Map<String, String[]>> runs = new ArrayList<>();

  private List<String> header = List.of();

  /** The test predictions of all cells of a router whose configuration is the given one. */
  static StoredDecisions of(Path results, Path data, String encoder, String router, String with)
      throws IOException {
    StoredDecisions stored = new StoredDecisions();
    Map<String, Query> all = new LinkedHashMap<>();
    Benchmarks.open("a2b-mini", data).queries().forEach(query -> all.put(query.id(), query));
    for (String cell : Files.readAllLines(results.resolve("cells.csv"))) {
      if (cell.startsWith(encoder + "," + router + "," + with + ",")) {
        String key = cell.substring(cell.lastIndexOf(',') + 1);
        stored.add(Files.readAllLines(results.resolve("cells/" + key + "/test.csv")), all);
      }
    }
    return stored;
  }

  private void add(List<String> lines, Map<String, Query> all) {
    header = Arrays.asList(lines.get(0).split(","));
    Map<String, String[]> run = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      run.put(cells[0], cells);
      queries.put(cells[0], all.get(cells[0]));
    }
    runs.add(run);
  }

  int runs() {
    return runs.size();
  }

  String decision(int run, String id) {
    return runs.get(run).get(id)[header.indexOf("decision")];
  }

  boolean isRight(int run, String id) {
    return decision(run, id).equals(queries.get(id).dataset());
  }

  double right(String id) {
    double sum = 0;
    for (int run = 0; run < runs(); run++) {
      sum += isRight(run, id) ? 1 : 0;
    }
    return sum / runs();
  }

  double accuracy() {
    return queries.keySet().stream().mapToDouble(this::right).average().orElseThrow();
  }

  /** What a run predicted for its decision. */
  float predicted(int run, String id) {
    return Float.parseFloat(runs.get(run).get(id)[header.indexOf(decision(run, id))]);
  }

  /** The prediction for the decision less the highest other one, averaged over runs. */
  double margin(String id) {
    double sum = 0;
    for (int run = 0; run < runs(); run++) {
      float next = Float.NEGATIVE_INFINITY;
      for (int column = 0; column < header.size(); column++) {
        String name = header.get(column);
        if (!List.of("id", "query", "decision", decision(run, id)).contains(name)) {
          next = Math.max(next, Float.parseFloat(runs.get(run).get(id)[column]));
        }
      }
      sum += (double) predicted(run, id) - next;
    }
    return sum / runs();
  }
}
