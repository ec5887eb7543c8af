package org.routerlab.experiments;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.experiments.report.AnalysesCsv;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;

/**
 * What the analyses of an experiment found.
 *
 * @param routeFiles recommended routes, the texts of files by name
 */
record Analysed(
    List<AnalysisTable> tables, List<AnalysisChart> charts, SortedMap<String, String> routeFiles) {

  /** The file of all tables and charts. */
  static final String FILE = "analyses.json";

  /** The figures of all tables, one a line. */
  static final String CSV = "analyses.csv";

  /** How the names of {@link #routeFiles} begin. */
  static final String ROUTES = "recommended-routes-";

  /** What was found in tables alone. */
  static Analysed of(List<AnalysisTable> tables) {
    return new Analysed(tables, List.of(), new TreeMap<>());
  }

  /** All of several analyses, in their order. */
  static Analysed all(List<Analysed> parts) {
    SortedMap<String, String> routeFiles = new TreeMap<>();
    parts.forEach(part -> routeFiles.putAll(part.routeFiles));
    return new Analysed(
        parts.stream().flatMap(part -> part.tables.stream()).toList(),
        parts.stream().flatMap(part -> part.charts.stream()).toList(),
        routeFiles);
  }

  /** The name of the file with the routes recommended for an encoder. */
  static String routeFile(String encoder) {
    return ROUTES + encoder + ".yaml";
  }

  /** Copies lists and map. */
  Analysed {
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
    routeFiles = Collections.unmodifiableSortedMap(new TreeMap<>(routeFiles));
  }

  /** The texts of all files by name; none where no analysis was asked for. */
  Map<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>(routeFiles);
    if (!tables.isEmpty()) {
      files.put(FILE, new AnalysisFile(tables, charts).toJson());
      files.put(CSV, AnalysesCsv.render(tables));
    }
    return files;
  }
}
