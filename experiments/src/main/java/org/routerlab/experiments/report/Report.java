package org.routerlab.experiments.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the tables and the page of a results folder. */
public final class Report {

  /** The width of the terminal text unless one is given, in characters. */
  public static final int DEFAULT_WIDTH = 120;

  private static final String PLATEAU = "Tables of The Routing Plateau";
  private static final String ANALYSES = "Analyses";

  private final ResultsFolder folder;
  private final Wording wording;
  private final List<ComparisonTable> tables;
  private final List<Grid> plateau;
  private final List<Grid> analyses;
  private final List<ComparisonGrids> comparisons = new ArrayList<>();

  private Report(ResultsFolder folder) {
    this.folder = folder;
    wording = Wording.of(folder.provenance());
    tables = ComparisonTable.of(folder);
    plateau = PlateauGrids.of(folder.plateau(), folder.published(), wording);
    analyses = folder.analyses().tables().stream().map(AnalysisTable::grid).toList();
    for (ComparisonTable table : tables) {
      comparisons.add(new ComparisonGrids(table, wording, "c" + (comparisons.size() + 1)));
    }
  }

  /**
   * Writes {@code table.md}, {@code table.tex}, {@code table.csv} and {@code index.html} into the
   * folder, each whole or not at all.
   *
   * @return the comparison as plain text of at most {@link #DEFAULT_WIDTH} characters a line
   * @throws org.routerlab.core.BadDataException where a file of the folder breaks a rule
   */
  public static String write(Path resultsFolder) throws IOException {
    return write(resultsFolder, DEFAULT_WIDTH);
  }

  /** The same, with plain text for a terminal of {@code width} characters. */
  public static String write(Path resultsFolder, int width) throws IOException {
    Report report = new Report(ResultsFolder.read(resultsFolder));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("table.md", report.markdown());
    files.put("table.tex", LatexPage.render(report.folder.name(), report.printed()));
    files.put("table.csv", TableCsv.render(report.tables));
    files.put("index.html", report.page().render());
    for (Map.Entry<String, String> file : files.entrySet()) {
      replace(resultsFolder.resolve(file.getKey()), file.getValue());
    }
    return report.terminal(width);
  }

  private static void replace(Path file, String text) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(partial, text, StandardCharsets.UTF_8);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String terminal(int width) {
    StringBuilder out = new StringBuilder();
    comparisons.forEach(
        grids -> out.append(TerminalTable.render(grids.fitting(width), width)).append('\n'));
    overviews().forEach(grid -> out.append(TerminalTable.render(grid, width)).append('\n'));
    plateau.forEach(
        grid ->
            out.append(grid.title())
                .append('\n')
                .append(TerminalTable.render(grid, width))
                .append('\n'));
    analyses.forEach(
        grid ->
            out.append(grid.title())
                .append('\n')
                .append(TerminalTable.render(grid, width))
                .append('\n'));
    expectations().ifPresent(grid -> out.append(TerminalTable.render(grid, width)).append('\n'));
    return out.toString();
  }

  private String markdown() {
    StringBuilder out = new StringBuilder("# " + MarkdownTable.escape(folder.name()) + "\n\n");
    HtmlPage.summary(tables, wording)
        .forEach(sentence -> out.append(MarkdownTable.escape(sentence)).append("\n\n"));
    overviews().forEach(grid -> out.append(MarkdownTable.render(grid, 2)));
    for (ComparisonGrids grids : comparisons) {
      String setting = grids.wording().setting(grids.table());
      out.append("## ").append(MarkdownTable.escape(setting)).append("\n\n");
      tablesOf(grids).forEach(grid -> out.append(MarkdownTable.render(grid, 3)));
    }
    if (!plateau.isEmpty()) {
      out.append("## ").append(PLATEAU).append("\n\n");
      plateau.forEach(grid -> out.append(MarkdownTable.render(grid, 3)));
    }
    if (!analyses.isEmpty()) {
      out.append("## ").append(ANALYSES).append("\n\n");
      analyses.forEach(grid -> out.append(MarkdownTable.render(grid, 3)));
    }
    expectations().ifPresent(grid -> out.append(MarkdownTable.render(grid, 2)));
    return out.toString().strip() + "\n";
  }

  /** All tables of a paper's appendix, in order. */
  private List<Grid> printed() {
    List<Grid> grids = new ArrayList<>(overviews());
    comparisons.forEach(each -> grids.addAll(tablesOf(each)));
    grids.addAll(plateau);
    grids.addAll(analyses);
    expectations().ifPresent(grids::add);
    return grids;
  }

  private List<Grid> tablesOf(ComparisonGrids grids) {
    List<Grid> all = new ArrayList<>(grids.byFamily());
    all.addAll(grids.bySubset());
    SelectionGrid.of(grids.table(), folder.selection(), grids.id() + "-selection")
        .ifPresent(all::add);
    return all;
  }

  private List<Grid> overviews() {
    Map<List<String>, List<ComparisonTable>> parts = new LinkedHashMap<>();
    for (ComparisonTable table : tables) {
      List<String> key = List.of(table.benchmark(), table.measurements().split());
      parts.computeIfAbsent(key, k -> new ArrayList<>()).add(table);
    }
    List<Grid> overviews = new ArrayList<>();
    for (List<ComparisonTable> part : parts.values()) {
      EncoderGrid.of(part, wording, "encoders-" + (overviews.size() + 1)).ifPresent(overviews::add);
    }
    return overviews;
  }

  private Optional<Grid> expectations() {
    return ExpectationGrid.of(folder.expectations(), "expectations");
  }

  private HtmlPage page() {
    return new HtmlPage(
        folder.name(),
        HtmlPage.summary(tables, wording),
        comparisons.stream().map(grids -> HtmlPage.block(grids, folder)).toList(),
        overviews(),
        plateau,
        analyses,
        folder.analyses().charts().stream().map(AnalysisChart::drawing).toList(),
        expectations(),
        folder.provenance(),
        folder.config());
  }
}
