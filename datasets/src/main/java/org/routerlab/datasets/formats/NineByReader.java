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
import org.routerlab.datasets.files.SourceFile;

/** Reads the files of {@link NineBy}: the queries, where they have one, then the outcomes. */
final class NineByReader {

  /** The provenance entry that counts calls without success. */
  static final String FAILED_CALLS = "failed_calls";

  private static final String QUERIES = "queries";
  private static final String[] ENDINGS = {".jsonl", ".csv", ".parquet"};

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
    List<String> ofQuery = NineByRow.QUERY_COLUMNS;
    queries.ifPresent(
        file ->
            NineByRow.scan(file, ofQuery, ofQuery).forEach(row -> addQuery(new NineByRow(row))));
    for (SourceFile file : outcomes) {
      NineByRow.scan(file, NineByRow.COLUMNS, List.of("query_id", "model", "label"))
          .forEach(row -> addOutcome(new NineByRow(row)));
    }
    String name = new NineBy().name();
    SortedMap<String, String> provenance = new TreeMap<>(Map.of("format", name));
    if (failedCalls > 0) {
      provenance.put(FAILED_CALLS, Integer.toString(failedCalls));
    }
    return recorder.finish(name, outcomes.get(0), Benchmark.USD, provenance);
  }

  private void addOutcome(NineByRow row) {
    int query = query(row);
    int model = recorder.model(row.text("model"));
    if (!row.succeeded()) {
      failedCalls++;
      return;
    }
    float label = row.label();
    if (Float.isNaN(label)) {
      return;
    }
    recorder.score(query, model, label, row.place());
    recorder.cost(query, model, row.amount("cost"));
    recorder.tokens(query, model, row.amount("prompt_tokens"), row.amount("completion_tokens"));
  }

  private int query(NineByRow row) {
    String id = row.text("query_id");
    int known = recorder.row(id);
    if (known < 0) {
      if (queries.isPresent()) {
        String rule = "a query of " + queries.get().name();
        throw row.row().bad("query_id", rule, SourceFile.quote(id));
      }
      return addQuery(row);
    }
    Query query = recorder.query(known);
    requireSame(row, "prompt", query.text(), row.optionalText("prompt"));
    requireSame(row, "dataset", query.dataset(), row.optionalText("dataset"));
    requireSame(row, "split", query.tags().get(Benchmark.SPLIT_TAG), row.split());
    return known;
  }

  private static void requireSame(
      NineByRow row, String column, String known, Optional<String> found) {
    if (found.isPresent() && !found.get().equals(known)) {
      String rule = "what was read of this query before, " + SourceFile.quote(known);
      throw row.row().bad(column, rule, SourceFile.quote(found.get()));
    }
  }

  private int addQuery(NineByRow row) {
    for (String column : NineByRow.QUERY_COLUMNS) {
      if (row.optionalText(column).isEmpty()) {
        throw row.row().bad(column, "a text, here or in a file queries.*", "none");
      }
    }
    Map<String, String> tags = TAGS.get(row.split().orElseThrow());
    Query query = new Query(row.text("query_id"), row.text("prompt"), row.text("dataset"), tags);
    return recorder.add(query, row.place());
  }

  private static Map<String, String> tags(String split) {
    return Map.of(Benchmark.SPLIT_TAG, split);
  }
}
