package org.routerlab.experiments.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.routerlab.core.BadDataException;

/**
 * The file {@code analyses.json}: a list of tables, or an object of tables and charts where there
 * are charts.
 *
 * @param tables in order
 * @param charts drawn on the page, after the tables
 */
@JsonPropertyOrder({"tables", "charts"})
public record AnalysisFile(List<AnalysisTable> tables, List<AnalysisChart> charts) {

  /** No tables and no charts. */
  public static final AnalysisFile EMPTY = new AnalysisFile(List.of(), List.of());

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** Copies the lists. */
  public AnalysisFile {
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
  }

  /** The text of the file; numbers read back exactly. */
  public String toJson() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      Object content = charts.isEmpty() ? tables : this;
      return JSON.writer(printer).writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("tables and charts can always be written", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws BadDataException where it holds neither tables nor charts
   */
  public static AnalysisFile read(Path file) throws IOException {
    try {
      JsonNode content = JSON.readTree(Files.readString(file));
      return content.isArray()
          ? new AnalysisFile(List.of(JSON.treeToValue(content, AnalysisTable[].class)), List.of())
          : JSON.treeToValue(content, AnalysisFile.class);
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new BadDataException(file.toString(), place, "tables", e.getOriginalMessage(), e);
    }
  }
}
