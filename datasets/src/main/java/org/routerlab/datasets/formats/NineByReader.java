package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** Reads the files of {@link NineBy}: the queries, where they have one, then the outcomes. */
final class NineByReader {

  /** The provenance entry that counts calls without success. */
  static final String FAILED_CALLS = "failed_calls";

  private static final String QUERIES = "queries";
  private static final String[] ENDINGS = {".jsonl", ".csv", ".parquet"};
  private static final List<String> QUERY_COLUMNS =
      List.of("query_id", "dataset", "split", "prompt");
  private static final List<String> COLUMNS =
      List.of(
          "query_id",
          "dataset",
          "split",
          "prompt",
          "model",
          "label",
          "cost",
          "prompt_tokens",
          "completion_tokens",
          "success");

  private static final Map<String, String> SPLITS =
      Map.of("train", "train", "val", "validation", "validation", "validation", "test", "test");

  /** The tags of a query by its split, shared as there are many queries. */
  private static final Map<String, Map<String, String>> TAGS =
      Map.of("train", tags("train"), "validation", tags("validation"), "test", tags("test"));

  private final List<SourceFile> outcomes;
  private final Optional<SourceFile> queries;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private int failedCalls;

  NineByReader(Path source) {
    List<SourceFile> files = SourceFile.all(source, ENDINGS);
    List<SourceFile> ofQueries = files.stream().filter(NineByReader::holdsQueries).toList();
    if (ofQueries.size() > 1) {
      throw ofQueries.get(1).bad("", "one file of queries", "also " + ofQueries.get(0).path());
    }
    queries = ofQueries.stream().findFirst();
    outcomes = files.stream().filter(file -> !holdsQueries(file)).toList();
    if (outcomes.isEmpty()) {
      throw new BadDataException(
          source.toString(), "", "a file of outcomes", "only " + ofQueries.get(0).name());
    }
  }

  private static boolean holdsQueries(SourceFile file) {
    return file.stem().equals(QUERIES);
  }

  Benchmark read() {
    queries.ifPresent(
        file -> scan(file, QUERY_COLUMNS, QUERY_COLUMNS).forEach(row -> add(row, id(row))));
    for (SourceFile file : outcomes) {
      scan(file, COLUMNS, List.of("query_id", "model", "label")).forEach(this::addOutcome);
    }
    String name = new NineBy().name();
    SortedMap<String, String> provenance = new TreeMap<>(Map.of("format", name));
    if (failedCalls > 0) {
      provenance.put(FAILED_CALLS, Integer.toString(failedCalls));
    }
    return recorder.finish(name, outcomes.get(0), Benchmark.USD, provenance);
  }

  private static Scan scan(SourceFile file, List<String> wanted, List<String> required) {
    if (file.name().endsWith(".jsonl")) {
      return Scan.jsonLines(file, wanted.toArray(String[]::new));
    }
    Scan scan = Scan.table(file).requiring(required.toArray(String[]::new));
    return scan.only(wanted.stream().filter(scan.columns()::contains).toList());
  }

  private void addOutcome(Row row) {
    int query = query(row);
    String name = row.text("model");
    int model = recorder.model(name);
    if (!succeeded(row)) {
      failedCalls++;
      return;
    }
    float label = row.score("label");
    if (label != 0 && label != 1 && !Float.isNaN(label)) {
      throw row.bad("label", "0 or 1", Float.toString(label));
    }
    if (Float.isNaN(label)) {
      return;
    }
    recorder.score(query, model, label, row.place());
    recorder.cost(query, model, amount(row, "cost"));
    recorder.tokens(query, model, amount(row, "prompt_tokens"), amount(row, "completion_tokens"));
  }

  private int query(Row row) {
    String id = id(row);
    int known = recorder.row(id);
    if (known < 0) {
      if (queries.isPresent()) {
        throw row.bad("query_id", "a query of " + queries.get().name(), SourceFile.quote(id));
      }
      return add(row, id);
    }
    Query query = recorder.query(known);
    requireSame(row, "prompt", query.text(), text(row, "prompt"));
    requireSame(row, "dataset", query.dataset(), text(row, "dataset"));
    Optional<String> split = text(row, "split").map(name -> split(row, name));
    requireSame(row, "split", query.tags().get(Benchmark.SPLIT_TAG), split);
    return known;
  }

  private static void requireSame(Row row, String column, String known, Optional<String> found) {
    if (found.isPresent() && !found.get().equals(known)) {
      String rule = "what was read of this query before, " + SourceFile.quote(known);
      throw row.bad(column, rule, SourceFile.quote(found.get()));
    }
  }

  private int add(Row row, String id) {
    for (String column : QUERY_COLUMNS) {
      if (!row.hasColumn(column)) {
        throw row.bad(column, "a column of that name, as no file queries.* has it", "none");
      }
    }
    Map<String, String> tags = TAGS.get(split(row, row.text("split")));
    return recorder.add(new Query(id, row.text("prompt"), row.text("dataset"), tags), row.place());
  }

  private static Map<String, String> tags(String split) {
    return Map.of(Benchmark.SPLIT_TAG, split);
  }

  private static String split(Row row, String name) {
    String split = SPLITS.get(name);
    if (split == null) {
      throw row.bad("split", "train, validation (or val) or test", SourceFile.quote(name));
    }
    return split;
  }

  private static String id(Row row) {
    return row.text("query_id");
  }

  private static boolean succeeded(Row row) {
    String success = text(row, "success").orElse("true");
    return switch (success) {
      case "true", "True", "1" -> true;
      case "false", "False", "0" -> false;
      default -> throw row.bad("success", "true or false", SourceFile.quote(success));
    };
  }

  private static Optional<String> text(Row row, String column) {
    return row.hasColumn(column)
        ? row.optionalText(column).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static float amount(Row row, String column) {
    return row.hasColumn(column) ? row.amount(column) : Float.NaN;
  }
}
