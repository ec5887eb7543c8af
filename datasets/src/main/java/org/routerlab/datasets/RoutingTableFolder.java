package org.routerlab.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A benchmark as a folder of plain files: queries as JSON lines, scores and costs as CSV.
 *
 * <p>{@code docs/formats.md} describes the files. Rows are matched by id and models by name, so
 * neither order matters; the order of the queries file and of the score columns is kept.
 */
public final class RoutingTableFolder {

  /** The provenance entry that counts clipped scores. */
  public static final String CLIPPED_SCORES = "clipped_scores";

  private static final String SCORES = "scores.csv";

  private RoutingTableFolder() {}

  /**
   * Loads a folder; a score outside [0, 1] is an error.
   *
   * @throws org.routerlab.core.BadDataException where a file is missing, unreadable or breaks a
   *     rule of the format; one line with file, line, expected and found
   */
  public static Benchmark load(Path folder) {
    return load(folder, OutOfRangeScores.REJECT);
  }

  /** Loads a folder, with a choice for scores outside [0, 1]. */
  public static Benchmark load(Path folder, OutOfRangeScores outOfRange) {
    QueryRows rows = QueryFile.read(TableFile.require(folder, QueryFile.NAME));
    ModelTable scores =
        ModelTable.read(
            TableFile.require(folder, SCORES),
            rows,
            outOfRange == OutOfRangeScores.CLIP ? CellRule.CLIPPED_SCORE : CellRule.SCORE);
    FolderMeta meta = FolderMeta.read(folder, rows, scores.pool());
    RecordedCosts.Source source = new RecordedCosts.Source(folder, rows, scores.pool(), meta);
    Optional<TokenCounts> tokens = source.tokens();
    Optional<RecordedCosts> costs = RecordedCosts.find(source, tokens);
    SortedMap<String, String> provenance = new TreeMap<>(meta.provenance());
    if (scores.clipped() > 0) {
      provenance.put(CLIPPED_SCORES, Integer.toString(scores.clipped()));
    }
    return new Benchmark(
        meta.name(),
        rows.queries(),
        new OutcomeTable(
            scores.pool(), scores.values(), costs.map(RecordedCosts::values).orElse(null)),
        costs.map(RecordedCosts::unit).orElse(Benchmark.NO_COSTS),
        provenance,
        tokens);
  }

  /** Whether {@code folder} holds a routing table, judged by its queries file. */
  public static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(QueryFile.NAME))
        || Files.exists(folder.resolve(QueryFile.NAME + ".gz"));
  }

  /**
   * Writes a benchmark so that {@link #load} returns the same: texts, tags, provenance, and scores,
   * costs and token counts to the last bit.
   *
   * @param folder appears when everything is written; must be missing or empty
   * @throws IllegalArgumentException where it is not {@link Storable}, the folder is not empty, a
   *     tag has the name of a field of the format, an id has several lines, or the unit does not
   *     fit the presence of costs
   */
  public static void write(Benchmark benchmark, Path folder) throws IOException {
    OutcomeTable outcomes = benchmark.outcomes();
    if (outcomes.hasCosts() == benchmark.costUnit().equals(Benchmark.NO_COSTS)) {
      throw new IllegalArgumentException(
          "the cost unit must be 'none' exactly where there are no costs but is '"
              + benchmark.costUnit()
              + (outcomes.hasCosts() ? "' with costs" : "' without costs"));
    }
    Storable.require(benchmark);
    requireEmpty(folder);
    FolderInstall.write(folder, unfinished -> writeFiles(benchmark, unfinished));
  }

  private static void writeFiles(Benchmark benchmark, Path folder) throws IOException {
    OutcomeTable outcomes = benchmark.outcomes();
    try (Writer writer = zipped(folder, QueryFile.NAME)) {
      QueryFile.write(writer, benchmark.queries());
    }
    writeTable(benchmark, outcomes.scores(), folder, SCORES);
    if (outcomes.hasCosts()) {
      writeTable(benchmark, outcomes.costs(), folder, costFile(benchmark.costUnit()));
    }
    if (benchmark.tokens().isPresent()) {
      TokenCounts tokens = benchmark.tokens().get();
      writeTable(benchmark, tokens.input(), folder, RecordedCosts.INPUT_TOKENS_FILE);
      writeTable(benchmark, tokens.output(), folder, RecordedCosts.OUTPUT_TOKENS_FILE);
    }
    Files.writeString(folder.resolve(FolderMeta.FILE), meta(benchmark).toPrettyString() + "\n");
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "the folder to write must be empty but " + folder + " is not");
      }
    }
  }

  private static void writeTable(Benchmark benchmark, FloatMatrix values, Path folder, String name)
      throws IOException {
    try (Writer writer = zipped(folder, name)) {
      ModelTable.write(writer, benchmark.queries(), benchmark.outcomes().pool(), values);
    }
  }

  private static Writer zipped(Path folder, String name) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz"))),
            StandardCharsets.UTF_8.newEncoder()));
  }

  private static String costFile(String unit) {
    return switch (unit) {
      case RecordedCosts.USD -> RecordedCosts.USD_FILE;
      case RecordedCosts.OUTPUT_CHARACTERS -> RecordedCosts.CHARACTERS_FILE;
      default -> RecordedCosts.OTHER_FILE;
    };
  }

  // Provenance has an object of its own, so that no entry can pass for a field of the format.
  private static ObjectNode meta(Benchmark benchmark) {
    ObjectNode meta = JsonRecords.MAPPER.createObjectNode();
    meta.put("name", benchmark.name()).put("queries", benchmark.queries().size());
    benchmark.outcomes().pool().names().forEach(meta.putArray("models")::add);
    if (benchmark.outcomes().hasCosts()) {
      meta.put(FolderMeta.COST_UNIT, benchmark.costUnit());
    }
    benchmark.provenance().forEach(meta.putObject(FolderMeta.PROVENANCE)::put);
    return meta;
  }
}
