package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.routerlab.core.BadDataException;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.report.DecimalText;

/**
 * The file {@code configurations.csv}: every configuration's figure on validation, and the choice.
 */
final class ConfigurationsCsv {

  private static final CsvMapper CSV = new CsvMapper();
  private static final CsvSchema SCHEMA =
      CsvSchema.builder()
          .addColumn("encoder")
          .addColumn("router")
          .addColumn("configuration")
          .addColumn("scores")
          .addColumn("validation")
          .addColumn("chosen")
          .build()
          .withHeader()
          .withLineSeparator("\n");

  private static final CsvSchema TWO_STAGES =
      SCHEMA
          .rebuild()
          .addColumn("seeds")
          .addColumn("seedless")
          .build()
          .withHeader()
          .withLineSeparator("\n");

  private ConfigurationsCsv() {}

  /**
   * The file's text.
   *
   * @param twoStages whether to add how many seeds the figure is a mean over, and whether two seeds
   *     gave the same predictions
   */
  static String text(List<Candidate> candidates, boolean twoStages) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Candidate candidate : candidates) {
      rows.add(
          Map.of(
              "encoder", candidate.encoder(),
              "router", candidate.router(),
              "configuration", candidate.configuration(),
              "scores", candidate.scores(),
              "validation", DecimalText.shortest(candidate.value()),
              "chosen", Boolean.toString(candidate.chosen()),
              "seeds", Integer.toString(candidate.seeds()),
              "seedless", Boolean.toString(candidate.seedless())));
    }
    return CSV.writer(twoStages ? TWO_STAGES : SCHEMA)
        .with(JsonGenerator.Feature.IGNORE_UNKNOWN)
        .writeValueAsString(rows);
  }

  /**
   * Reads a file back.
   *
   * @throws BadDataException where it is not what a run writes
   */
  static List<Candidate> read(Path file) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        CSV.readerForMapOf(String.class).with(header).readValues(file.toFile())) {
      while (rows.hasNext()) {
        candidates.add(candidate(rows.next()));
      }
    } catch (RuntimeException e) {
      throw new BadDataException(
          file.toString(), "", "the columns that a run writes", e.getMessage(), e);
    }
    return candidates;
  }

  private static Candidate candidate(Map<String, String> row) {
    SCHEMA.forEach(column -> Objects.requireNonNull(row.get(column.getName()), column.getName()));
    return new Candidate(
        row.get("encoder"),
        row.get("router"),
        row.get("configuration"),
        row.get("scores"),
        Double.parseDouble(row.get("validation")),
        row.get("chosen").equals("true"),
        Integer.parseInt(row.getOrDefault("seeds", "0")),
        row.getOrDefault("seedless", "false").equals("true"));
  }
}
