package org.routerlab.datasets.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Storable;
import org.routerlab.datasets.files.ParquetFile;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/**
 * RouterLab's own wide table in one Parquet file, for programs that read Parquet.
 *
 * <p>A row a query: {@code id}, {@code dataset}, {@code prompt}, {@code tag/NAME} a tag, then
 * {@code score/MODEL}, and where recorded {@code cost/MODEL}, {@code input_tokens/MODEL} and {@code
 * output_tokens/MODEL}; numbers are 32-bit floats, null where nothing was observed. Name, cost unit
 * and provenance are entries of the file that begin with {@code routerlab.}.
 */
public record RouterLabParquet() implements Format {

  private static final String ENTRY = "routerlab.";
  private static final String PROVENANCE = ENTRY + "provenance.";
  private static final String TAG = "tag/";
  private static final String SCORE = "score/";
  private static final String COST = "cost/";
  private static final String INPUT = "input_tokens/";
  private static final String OUTPUT = "output_tokens/";

  @Override
  public String name() {
    return "routerlab-parquet";
  }

  @Override
  public String files() {
    return "one .parquet file, as 'datasets convert --to parquet' writes it";
  }

  @Override
  public String documentation() {
    return "docs/datasets.md";
  }

  @Override
  public Benchmark read(Path source) {
    List<SourceFile> files = SourceFile.all(source, ".parquet");
    if (files.size() > 1) {
      throw new BadDataException(
          source.toString(), "", "one Parquet file", files.size() + "; name one of them");
    }
    SourceFile file = files.get(0);
    Scan scan = Scan.parquet(file).requiring("id", "dataset", "prompt");
    SortedMap<String, String> entries = ParquetFile.metadata(file);
    if (!entries.containsKey(ENTRY + "name")) {
      throw file.bad("", "a Parquet file written by RouterLab", "no entry " + ENTRY + "name");
    }
    OutcomeRecorder recorder = new OutcomeRecorder();
    List<String> models = startingWith(scan, SCORE);
    models.forEach(recorder::model);
    Columns columns = Columns.of(scan, models);
    scan.forEach(row -> columns.add(row, recorder));
    SortedMap<String, String> provenance = new TreeMap<>();
    entries.tailMap(PROVENANCE).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PROVENANCE))
        .forEach(
            entry ->
                provenance.put(entry.getKey().substring(PROVENANCE.length()), entry.getValue()));
    return recorder.finish(
        entries.get(ENTRY + "name"),
        file,
        entries.getOrDefault(ENTRY + "cost_unit", Benchmark.NO_COSTS),
        provenance);
  }

  /**
   * Writes a benchmark; {@link #read} returns the same to the last bit.
   *
   * @param file replaced where it exists, when the new one is complete
   */
  public static void write(Benchmark benchmark, Path file) throws IOException {
    Storable.require(benchmark);
    List<Query> queries = benchmark.queries();
    SortedSet<String> tags = new TreeSet<>();
    queries.forEach(query -> tags.addAll(query.tags().keySet()));
    List<String> texts = new ArrayList<>(List.of("id", "dataset", "prompt"));
    tags.forEach(tag -> texts.add(TAG + tag));
    List<String> numbers = new ArrayList<>();
    List<FloatMatrix> matrices = new ArrayList<>();
    add(numbers, matrices, SCORE, benchmark, benchmark.outcomes().scores());
    if (benchmark.outcomes().hasCosts()) {
      add(numbers, matrices, COST, benchmark, benchmark.outcomes().costs());
    }
    benchmark
        .tokens()
        .ifPresent(
            tokens -> {
              add(numbers, matrices, INPUT, benchmark, tokens.input());
              add(numbers, matrices, OUTPUT, benchmark, tokens.output());
            });
    ParquetFile.write(
        file,
        new ParquetFile.Layout(texts, numbers, entries(benchmark)),
        queries.size(),
        (row, cells) -> {
          Query query = queries.get(row);
          cells.text(query.id());
          cells.text(query.dataset());
          cells.text(query.text());
          tags.forEach(tag -> cells.text(query.tags().get(tag)));
          for (FloatMatrix matrix : matrices) {
            for (int model = 0; model < matrix.columns(); model++) {
              cells.number(matrix.get(row, model));
            }
          }
        });
  }

  private static void add(
      List<String> names,
      List<FloatMatrix> matrices,
      String kind,
      Benchmark benchmark,
      FloatMatrix matrix) {
    ModelPool pool = benchmark.outcomes().pool();
    pool.names().forEach(model -> names.add(kind + model));
    matrices.add(matrix);
  }

  private static Map<String, String> entries(Benchmark benchmark) {
    Map<String, String> entries = new TreeMap<>();
    entries.put(ENTRY + "name", benchmark.name());
    entries.put(ENTRY + "cost_unit", benchmark.costUnit());
    benchmark.provenance().forEach((key, value) -> entries.put(PROVENANCE + key, value));
    return entries;
  }

  private static List<String> startingWith(Scan scan, String kind) {
    return scan.columns().stream()
        .filter(column -> column.startsWith(kind))
        .map(column -> column.substring(kind.length()))
        .toList();
  }

  /** What columns there are beside the scores. */
  private record Columns(List<String> models, List<String> tags, boolean costs, boolean tokens) {

    static Columns of(Scan scan, List<String> models) {
      return new Columns(
          models,
          startingWith(scan, TAG),
          !startingWith(scan, COST).isEmpty(),
          !startingWith(scan, INPUT).isEmpty());
    }

    void add(Row row, OutcomeRecorder recorder) {
      Map<String, String> present = new TreeMap<>();
      for (String tag : tags) {
        row.optionalText(TAG + tag).ifPresent(value -> present.put(tag, value));
      }
      Query query = new Query(row.text("id"), row.text("prompt"), row.text("dataset"), present);
      int at = recorder.add(query, row.place());
      for (int model = 0; model < models.size(); model++) {
        String name = models.get(model);
        recorder.score(at, model, row.score(SCORE + name), row.place());
        if (costs) {
          recorder.cost(at, model, row.amount(COST + name));
        }
        if (tokens) {
          recorder.tokens(at, model, row.amount(INPUT + name), row.amount(OUTPUT + name));
        }
      }
    }
  }
}
