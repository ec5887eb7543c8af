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
 */
record HtmlPage(
    String name,
    List<String> summary,
    List<Block> blocks,
    List<Grid> overviews,
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

  /** One sentence a comparison: the best router, its distance to the references, its ties. */
  static List<String> summary(List<ComparisonTable> tables, Wording wording) {
    List<String> sentences = new ArrayList<>();
    for (ComparisonTable table : tables) {
      table.routers().stream()
          .filter(line -> table.best(Column.ACCURACY).contains(line.router()))
          .findFirst()
          .ifPresent(best -> sentences.add(sentence(table, best, wording)));
    }
    return sentences;
  }

  private static String sentence(ComparisonTable table, Line best, Wording wording) {
    StringBuilder text = new StringBuilder(wording.setting(table)).append(": ");
    text.append(best.title())
        .append(" is the best router with ")
        .append(accuracy(table, best))
        .append(" % accuracy");
    table
        .reference(Reference.BEST_SINGLE)
        .filter(line -> table.figure(line, Column.ACCURACY).isDefined())
        .ifPresent(
            line ->
                text.append("; the best single model, chosen on train, ")
                    .append(accuracy(table, line)));
    table
        .reference(Reference.ORACLE)
        .filter(line -> table.figure(line, Column.ACCURACY).isDefined())
        .ifPresent(line -> text.append("; the oracle ").append(accuracy(table, line)));
    text.append('.');
    if (table.isCompared(Column.ACCURACY) && table.routers().size() > 1) {
      Set<String> inseparable = table.inseparable(Column.ACCURACY);
      long tied =
          table.routers().stream().filter(line -> inseparable.contains(line.router())).count();
      text.append(" Of ").append(table.routers().size() - 1).append(" other routers, ");
      text.append(tied == 0 ? "none" : Long.toString(tied))
          .append(" cannot be told apart from it.");
    }
    return text.toString();
  }

  private static String accuracy(ComparisonTable table, Line line) {
    return FigureFormat.of(Column.ACCURACY.style()).text(table.figure(line, Column.ACCURACY));
  }
}
