package org.routerlab.experiments.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of an experiment: one file without scripts or anything from outside.
 *
 * @param summary the findings in sentences
 * @param expectations expected and found; empty where nothing was expected
 * @param overviews tables over several encoders
 * @param plateau the tables of The Routing Plateau; empty where they were not asked for
 * @param analyses further tables; empty where there are none
 * @param charts drawings of analyses; empty where there are none
 */
record HtmlPage(
    String name,
    List<String> summary,
    List<Block> blocks,
    List<Grid> overviews,
    List<Grid> plateau,
    List<Grid> analyses,
    List<CurveChart> charts,
    Optional<Grid> expectations,
    Provenance provenance,
    String config) {

  /** The part of the page about one benchmark and encoder. */
  record Block(
      String id,
      String title,
      List<Grid> tables,
      Optional<ForestPlot> forest,
      List<CurveChart> curves,
      List<Grid> subsets,
      Optional<Grid> selection) {}

  String render() throws IOException {
    return Templates.fill("index.ftlh", this);
  }

  static Block block(ComparisonGrids grids, ResultsFolder folder) {
    ComparisonTable table = grids.table();
    String id = grids.id();
    return new Block(
        id,
        grids.wording().setting(table),
        grids.byFamily(),
        ForestPlot.of(table, id + "-forest", grids.wording()),
        CurveChart.of(table, folder.curves(), id + "-curve"),
        grids.bySubset(),
        SelectionGrid.of(table, folder.selection(), id + "-selection"));
  }

  /** What was found, a comparison at a time: the best, the references, the ties. */
  static List<String> summary(List<ComparisonTable> tables, Wording wording) {
    List<String> findings = new ArrayList<>();
    for (ComparisonTable table : tables) {
      table.lines().stream()
          .filter(line -> table.best(Column.ACCURACY).contains(line.router()))
          .findFirst()
          .ifPresent(
              best ->
                  findings.add(
                      wording.setting(table) + ": " + accuracies(table, best) + ties(table)));
    }
    return findings;
  }

  private static String accuracies(ComparisonTable table, Line best) {
    StringBuilder text = new StringBuilder(best.title());
    text.append(" is best with ").append(accuracy(table, best)).append(" % accuracy");
    for (Reference reference : List.of(Reference.BEST_SINGLE, Reference.ORACLE)) {
      table
          .reference(reference)
          .filter(line -> !line.equals(best) && table.figure(line, Column.ACCURACY).isDefined())
          .ifPresent(
              line ->
                  text.append("; ").append(line.title()).append(' ').append(accuracy(table, line)));
    }
    return text.append('.').toString();
  }

  private static String ties(ComparisonTable table) {
    Set<String> best = table.best(Column.ACCURACY);
    List<String> others =
        table.routers().stream().map(Line::router).filter(label -> !best.contains(label)).toList();
    if (!table.isCompared(Column.ACCURACY) || others.isEmpty()) {
      return "";
    }
    long tied = others.stream().filter(table.inseparable(Column.ACCURACY)::contains).count();
    return others.size() == 1
        ? " The other router " + (tied == 0 ? "can" : "cannot") + " be told apart from it."
        : tied == 0
            ? " Each of the " + others.size() + " other routers can be told apart from it."
            : " "
                + tied
                + " of the "
                + others.size()
                + " other routers cannot be told apart from it.";
  }

  private static String accuracy(ComparisonTable table, Line line) {
    return FigureFormat.of(Column.ACCURACY.style()).text(table.figure(line, Column.ACCURACY));
  }
}
