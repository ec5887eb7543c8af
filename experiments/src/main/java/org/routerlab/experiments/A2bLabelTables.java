package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.eval.RouterRuns;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * How many labelled queries of each route learned routers need to catch up with utterance routers,
 * those that read none and one whose utterances were chosen with labels: over the variants that
 * differ in the step {@code labels} alone.
 *
 * <p>Several draws of one number count as runs of one router, so that a figure is the mean over
 * draws; intervals are over draws and test queries, which are the same for all.
 */
final class A2bLabelTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "a2b-labels";

  private static final Entry NONE = Entry.text("–");

  private final FinishedRun run;
  private final String encoder;
  private final List<String> routes;
  private final LabelledRuns runs;
  private final LabelFigures figures;

  private A2bLabelTables(FinishedRun run, String encoder, LabelledRuns runs) {
    this.run = run;
    this.encoder = encoder;
    this.runs = runs;
    routes = new RouteAccuracies(run).routes();
    Seed seed = run.bootstrap().seed();
    figures = new LabelFigures(runs, run.test(), routes, run.config().resamples(), seed);
  }

  /**
   * All tables.
   *
   * @param variants the runs of the variants by name
   * @param splits the runs on further splits by name
   * @param encoders of the run by name
   */
  static List<AnalysisTable> of(
      FinishedRun run,
      Map<String, FinishedRun> variants,
      Map<String, FinishedRun> splits,
      Map<String, Encoder> encoders)
      throws IOException {
    List<AnalysisTable> all = new ArrayList<>();
    for (String encoder : run.encoders()) {
      Optional<ChosenUtterances> chosen = ChosenUtterances.of(run, encoders.get(encoder));
      LabelledRuns runs = LabelledRuns.of(run, variants, encoder, chosen);
      A2bLabelTables tables = new A2bLabelTables(run, encoder, runs);
      all.add(tables.accuracies());
      runs.baselines().forEach(baseline -> all.add(tables.leads(baseline)));
      all.add(tables.ofRoutes());
      if (!splits.isEmpty()) {
        all.addAll(LabelSplitTables.of(run, splits, encoder, chosen));
      }
    }
    return all;
  }

  private AnalysisTable accuracies() {
    TableBuilder table =
        table(
            NAME,
            "Accuracy by number of labels",
            "Routing accuracy on "
                + testQueries()
                + " in %, by how many labelled queries of each route a router was trained on (0: it"
                + " reads none); the mean over draws of them.",
            "Labels a route");
    addRows(table, "", 0, LabelFigures.EVERY_ROUTE);
    return noted(table);
  }

  private AnalysisTable ofRoutes() {
    TableBuilder table =
        table(
            NAME + "-routes",
            "Accuracy by number of labels and route",
            "Share of the test queries of each route that is sent there, in %, by how many labelled"
                + " queries of each route a router was trained on; the mean over draws of them.",
            "Route, labels a route");
    for (int route = 0; route < routes.size(); route++) {
      addRows(table, routes.get(route) + ", ", route, route);
    }
    return noted(table);
  }

  private String testQueries() {
    return "the " + run.test().size() + " test queries";
  }

  private TableBuilder table(String name, String title, String caption, String corner) {
    TableBuilder table =
        new TableBuilder(name, title + ", " + encoder, caption, corner).of(encoder);
    runs.free().forEach(router -> table.column(router.router(), Unit.PERCENT));
    runs.names().forEach(router -> table.column(router, Unit.PERCENT));
    return table;
  }

  /** No labels, each number of them, all, and from where on each baseline is beaten. */
  private void addRows(TableBuilder table, String title, int group, int route) {
    List<Entry> none = new ArrayList<>();
    runs.free().forEach(router -> none.add(accuracy(router, route)));
    runs.names().forEach(router -> none.add(NONE));
    table.row(title + "0", group, none);
    for (int each : runs.numbers()) {
      table.row(
          title + LabelledRuns.title(each),
          group,
          labelled(router -> runs.of(router, each).map(found -> accuracy(found, route))));
    }
    for (RouterRuns baseline : runs.baselines()) {
      table.row(
          title + "ahead of " + baseline.router() + " from",
          group,
          labelled(
              router ->
                  router.equals(baseline.router())
                      ? Optional.empty()
                      : Optional.of(Entry.text(figures.aheadFrom(router, baseline, route)))));
    }
  }

  /** Cells of the routers that read labels, beside those that do not. */
  private List<Entry> labelled(Function<String, Optional<Entry>> cell) {
    List<Entry> cells = new ArrayList<>();
    runs.free().forEach(router -> cells.add(NONE));
    runs.names().forEach(router -> cells.add(cell.apply(router).orElse(NONE)));
    return cells;
  }

  private Entry accuracy(RouterRuns router, int route) {
    return marked(TableBuilder.entry(figures.accuracy(router, route)), router);
  }

  private Entry marked(Entry entry, RouterRuns router) {
    return figures.isConstant(router) ? entry.marked(LabelNotes.CONSTANT) : entry;
  }

  private AnalysisTable leads(RouterRuns baseline) {
    String name = baseline.router();
    TableBuilder table =
        new TableBuilder(
                NAME + "-lead-" + name,
                "Lead over " + name + " by number of labels, " + encoder,
                "Accuracy less that of "
                    + name
                    + (name.equals(ChosenUtterances.NAME) ? " with all labels" : ", without labels")
                    + ", in points, on "
                    + testQueries()
                    + "; [low, high] is the 95 % interval of the paired difference.",
                "Labels a route")
            .of(encoder);
    List<String> others = runs.names().stream().filter(each -> !each.equals(name)).toList();
    others.forEach(router -> table.column(router, Unit.POINTS));
    for (int each : runs.numbers()) {
      List<Entry> cells = new ArrayList<>();
      for (String router : others) {
        cells.add(runs.of(router, each).map(found -> lead(found, baseline)).orElse(NONE));
      }
      table.row(LabelledRuns.title(each), 0, cells);
    }
    List<Entry> from = new ArrayList<>();
    for (String router : others) {
      from.add(Entry.text(figures.aheadFrom(router, baseline, LabelFigures.EVERY_ROUTE)));
    }
    table.row("ahead from", 1, from);
    return noted(table);
  }

  private Entry lead(RouterRuns router, RouterRuns baseline) {
    return marked(
        TableBuilder.points(figures.lead(router, baseline, LabelFigures.EVERY_ROUTE)), router);
  }

  private AnalysisTable noted(TableBuilder table) {
    new LabelNotes(run, runs).all().forEach(table::note);
    return table.beside(run.config().published());
  }
}
