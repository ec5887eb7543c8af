package org.routerlab.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.routerlab.core.BadDataException;

/**
 * What a run left in its results folder, as read.
 *
 * @param name the experiment, as {@code config.yaml} names it
 * @param results {@code results.csv}; at least one row, no measurement twice
 * @param comparisons {@code comparisons.csv}; empty where there is no such file
 * @param curves {@code curves.csv}; empty where there is no such file
 * @param selection {@code selection.csv}; empty where there is no such file
 * @param expectations {@code expectations.csv}; empty where there is no such file
 * @param plateau {@code plateau.csv}; empty where there is no such file
 * @param published {@code published.csv}; empty where there is no such file
 * @param analyses {@code analyses.json}; empty where there is no such file
 * @param provenance {@code provenance.json}
 * @param config {@code config.yaml}, verbatim
 */
public record ResultsFolder(
    String name,
    List<ResultRow> results,
    List<ComparisonRow> comparisons,
    List<CurvePoint> curves,
    List<SelectionShare> selection,
    List<ExpectationRow> expectations,
    List<PlateauRow> plateau,
    List<PublishedRow> published,
    AnalysisFile analyses,
    Provenance provenance,
    String config) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Copies the lists. */
  public ResultsFolder {
    results = List.copyOf(results);
    comparisons = List.copyOf(comparisons);
    curves = List.copyOf(curves);
    selection = List.copyOf(selection);
    expectations = List.copyOf(expectations);
    plateau = List.copyOf(plateau);
    published = List.copyOf(published);
  }

  /**
   * Reads a folder; {@code results.csv}, {@code provenance.json} and {@code config.yaml} must be
   * there.
   *
   * @throws BadDataException naming the file and line that breaks a rule
   */
  public static ResultsFolder read(Path folder) throws IOException {
    List<ResultRow> results = ResultsCsv.read(require(folder, "results.csv"));
    check(folder.resolve("results.csv"), results);
    String config = text(require(folder, "config.yaml"));
    return new ResultsFolder(
        name(folder.resolve("config.yaml"), config),
        results,
        optional(folder.resolve("comparisons.csv"), ComparisonsCsv::read),
        optional(folder.resolve("curves.csv"), CurvesCsv::read),
        optional(folder.resolve("selection.csv"), SelectionCsv::read),
        optional(folder.resolve("expectations.csv"), ExpectationsCsv::read),
        optional(folder.resolve("plateau.csv"), PlateauCsv::read),
        optional(folder.resolve("published.csv"), PublishedCsv::read),
        analyses(folder.resolve("analyses.json")),
        Provenance.read(require(folder, "provenance.json")),
        config);
  }

  /** The folder's own name would change with a move, and every table with it. */
  private static String name(Path file, String config) {
    try {
      JsonNode name = YAML.readTree(config).path("name");
      if (name.isValueNode() && !name.asText().isBlank()) {
        return name.asText();
      }
    } catch (JsonProcessingException e) {
      throw new BadDataException(file.toString(), "", "YAML", e.getOriginalMessage(), e);
    }
    throw new BadDataException(file.toString(), "", "the key 'name'", "none");
  }

  @FunctionalInterface
  private interface Reader<T> {
    List<T> read(Path file) throws IOException;
  }

  private static <T> List<T> optional(Path file, Reader<T> reader) throws IOException {
    return Files.exists(file) ? reader.read(file) : List.of();
  }

  private static AnalysisFile analyses(Path file) throws IOException {
    return Files.exists(file) ? AnalysisFile.read(file) : AnalysisFile.EMPTY;
  }

  private static Path require(Path folder, String file) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      String found = Files.isDirectory(folder) ? "no such file" : "no such folder";
      throw new BadDataException(folder.toString(), "", "a results folder with " + file, found);
    }
    return path;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new BadDataException(file.toString(), "", "text in UTF-8", "other bytes", e);
    }
  }

  private static void check(Path file, List<ResultRow> rows) {
    if (rows.isEmpty()) {
      throw new BadDataException(file.toString(), "", "at least one result", "only a header");
    }
    Set<List<String>> seen = new HashSet<>();
    for (ResultRow row : rows) {
      List<String> key =
          List.of(
              row.benchmark(),
              row.split(),
              row.subset(),
              row.router(),
              row.encoder(),
              row.seed(),
              row.metric());
      if (!seen.add(key)) {
        throw new BadDataException(file.toString(), "", "every measurement once", "twice: " + key);
      }
    }
  }
}
