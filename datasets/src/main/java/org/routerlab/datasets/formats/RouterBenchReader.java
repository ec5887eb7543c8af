package org.routerlab.datasets.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.ParquetSchema;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the tables of RouterBench, of which all must have the same models. */
final class RouterBenchReader {

  private static final String COST = "|total_cost";
  private static final String CLUSTER = "cluster_id";
  private static final List<String> QUERY_COLUMNS = List.of("sample_id", "prompt", "eval_name");

  private final RouterBenchFiles files;

  RouterBenchReader(RouterBenchFiles files) {
    this.files = files;
  }

  RouterBenchQueries read() {
    List<String> models = models(Scan.table(files.first()), files.first());
    RouterBenchQueries queries = new RouterBenchQueries(models);
    for (SourceFile file : files.read()) {
      Scan scan = Scan.table(file).requiring(QUERY_COLUMNS.toArray(String[]::new));
      requireSameModels(file, models(scan, file), models);
      requireText(file);
      Optional<String> split = RouterBenchFiles.split(file);
      only(scan, models)
          .forEach(row -> queries.add(row.place(), query(row, split), cells(row, models)));
    }
    return queries;
  }

  /** The columns {@code m} with a column {@code m|total_cost}, in their order. */
  private static List<String> models(Scan scan, SourceFile file) {
    List<String> columns = scan.columns();
    for (String column : columns) {
      // Routers' own results, which the authors' code adds, have more strokes in their names.
      String model = column.endsWith(COST) ? column.replace(COST, "") : "|";
      if (!model.contains("|") && !columns.contains(model)) {
        throw file.bad("", "a column '" + model + "', beside its '" + column + "'", "none");
      }
    }
    List<String> models =
        columns.stream()
            .filter(column -> !column.contains("|") && columns.contains(column + COST))
            .toList();
    if (models.isEmpty()) {
      throw file.bad("", "columns MODEL and MODEL" + COST, "only " + columns);
    }
    return models;
  }

  private void requireSameModels(SourceFile file, List<String> own, List<String> models) {
    if (!Set.copyOf(own).equals(Set.copyOf(models))) {
      String rule = "the models of " + files.first().path() + ", " + models;
      throw file.bad("", rule, own.toString());
    }
  }

  /** A list in a Parquet file would be printed by other rules than Python's. */
  private static void requireText(SourceFile file) {
    if (file.name().endsWith(".parquet")) {
      String type = ParquetSchema.of(file).get("prompt");
      if (!type.equals("VARCHAR")) {
        throw file.bad("column 'prompt'", "a text (VARCHAR)", type);
      }
    }
  }

  private static Scan only(Scan scan, List<String> models) {
    List<String> wanted = new ArrayList<>(QUERY_COLUMNS);
    models.forEach(model -> wanted.addAll(List.of(model, model + COST)));
    if (scan.columns().contains(CLUSTER)) {
      wanted.add(CLUSTER);
    }
    return scan.only(wanted).withoutNaN(wanted.subList(QUERY_COLUMNS.size(), wanted.size()));
  }

  private static Query query(Row row, Optional<String> split) {
    Map<String, String> tags = new TreeMap<>();
    split.ifPresent(part -> tags.put(Benchmark.SPLIT_TAG, part));
    if (row.hasColumn(CLUSTER)) {
      row.optionalText(CLUSTER).ifPresent(cluster -> tags.put("cluster", cluster));
    }
    return new Query(row.text("sample_id"), text(row), row.text("eval_name"), tags);
  }

  private static String text(Row row) {
    String prompt = row.text("prompt");
    if (!PythonStrings.begins(prompt)) {
      return prompt;
    }
    List<String> turns = new ArrayList<>();
    try {
      for (String turn : PythonStrings.parse(prompt)) {
        if (turns.isEmpty() || !turn.equals(turns.get(turns.size() - 1))) {
          turns.add(turn);
        }
      }
    } catch (IllegalArgumentException e) {
      throw row.bad("prompt", "a list of strings as Python prints it", e.getMessage());
    }
    String text = String.join("\n\n", turns);
    if (text.isBlank()) {
      throw row.bad("prompt", "a text", SourceFile.quote(prompt));
    }
    return text;
  }

  /** Scores, then costs, in the order of the models. */
  private static float[] cells(Row row, List<String> models) {
    float[] cells = new float[2 * models.size()];
    for (int m = 0; m < models.size(); m++) {
      cells[m] = row.score(models.get(m));
      float cost = row.amount(models.get(m) + COST);
      cells[models.size() + m] = Float.isNaN(cells[m]) ? Float.NaN : cost;
    }
    return cells;
  }
}
