package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.RouterRuns;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * How many labelled queries of each route learned routers need to catch up with the utterance
 * router, which reads none: over the variants that differ in the step {@code labels} alone.
 *
 * <p>Several draws of one number count as runs of one router, so that a figure is the mean over
 * draws; intervals are over the test queries, which are the same for all.
 */
final class A2bLabelTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "a2b-labels";

  private final FinishedRun run;
  private final Bootstrap bootstrap;
  private final List<String> routes;
  private final String baseline;

  private A2bLabelTables(FinishedRun run) {
    this.run = run;
    this.bootstrap = run.bootstrap();
    this.routes = new RouteAccuracies(run).routes();
    this.baseline = A2bTables.utteranceRouters(run.config()).get(0);
  }

  /**
   * All tables.
   *
   * @param variants the runs of the variants by name
   */
  static List<AnalysisTable> of(FinishedRun run, Map<String, FinishedRun> variants)
      throws IOException {
    A2bLabelTables tables = new A2bLabelTables(run);
    List<AnalysisTable> all = new ArrayList<>();
    for (String encoder : run.encoders()) {
      LabelledRuns runs = LabelledRuns.of(run, variants, encoder);
      all.add(tables.accuracies(encoder, runs));
      all.add(tables.leads(encoder, runs));
      all.add(tables.routes(encoder, runs));
    }
    return all;
  }

  private AnalysisTable accuracies(String encoder, LabelledRuns runs) {
    TableBuilder table =
        table(
            NAME,
            "Accuracy by number of labels, " + encoder,
            "Routing accuracy on the test queries in %, by how many labelled queries of each route a"
                + " router was trained on; the mean over draws of them, with 95 % intervals over"
                + " test queries.",
            "Labels a route",
            runs);
    addRows(table, "", 0, runs, Metrics.accuracy());
    return noted(table.of(encoder), runs).beside(run.config().published());
  }

  private AnalysisTable routes(String encoder, LabelledRuns runs) {
    TableBuilder table =
        table(
            NAME + "-routes",
            "Accuracy by number of labels and route, " + encoder,
            "Share of the test queries of each route that is sent there, in %, by how many labelled"
                + " queries of each route a router was trained on; the mean over draws of them.",
            "Route, labels a route",
            runs);
    int group = 0;
    for (String route : routes) {
      addRows(table, route + ", ", group++, runs, ofRoute(route));
    }
    return noted(table.of(encoder), runs).beside(run.config().published());
  }

  private Metric ofRoute(String route) {
    return Metrics.accuracy().on(run.test().subset("dataset/" + route));
  }

  private TableBuilder table(
      String name, String title, String caption, String corner, LabelledRuns runs) {
    TableBuilder table = new TableBuilder(name, title, caption, corner);
    runs.free().forEach(router -> table.column(router.router(), Unit.PERCENT));
    runs.names().forEach(router -> table.column(router, Unit.PERCENT));
    return table;
  }

  /** No labels, each number of them, all, and from where on the utterance router is beaten. */
  private void addRows(
      TableBuilder table, String title, int group, LabelledRuns runs, Metric metric) {
    List<Entry> none = new ArrayList<>();
    runs.free().forEach(router -> none.add(estimate(router, metric)));
    runs.names().forEach(router -> none.add(Entry.text("–")));
    table.row(title + "0", group, none);
    for (int each : runs.numbers()) {
      List<Entry> cells = new ArrayList<>();
      runs.free().forEach(router -> cells.add(Entry.text("–")));
      for (String router : runs.names()) {
        cells.add(
            runs.of(router, each).map(found -> estimate(found, metric)).orElse(Entry.text("–")));
      }
      table.row(title + each, group, cells);
    }
    List<Entry> whole = new ArrayList<>();
    runs.free().forEach(router -> whole.add(Entry.text("–")));
    runs.learned().forEach(router -> whole.add(estimate(router, metric)));
    table.row(title + "all", group, whole);
    List<Entry> ahead = new ArrayList<>();
    runs.free().forEach(router -> ahead.add(Entry.text("–")));
    for (String router : runs.names()) {
      ahead.add(Entry.text(aheadFrom(runs, router, metric)));
    }
    table.row(title + "ahead from", group, ahead);
  }

  private Entry estimate(RouterRuns router, Metric metric) {
    return TableBuilder.entry(bootstrap.estimate(router, metric));
  }

  private String aheadFrom(LabelledRuns runs, String router, Metric metric) {
    TreeMap<Integer, Estimate> leads = new TreeMap<>();
    for (int each : runs.numbers()) {
      lead(runs, router, each, metric).ifPresent(lead -> leads.put(each, lead));
    }
    return aheadFrom(leads);
  }

  /** The least number of labels from which on every lead is above 0, if there is one. */
  static String aheadFrom(TreeMap<Integer, Estimate> leads) {
    String from = "never";
    for (Map.Entry<Integer, Estimate> lead : leads.descendingMap().entrySet()) {
      if (!(lead.getValue().low() > 0)) {
        break;
      }
      from = Integer.toString(lead.getKey());
    }
    return from;
  }

  private Optional<Estimate> lead(LabelledRuns runs, String router, int each, Metric metric) {
    RouterRuns utterance =
        runs.free().stream()
            .filter(free -> free.router().equals(baseline))
            .findFirst()
            .orElseThrow();
    return runs.of(router, each).map(found -> bootstrap.difference(found, utterance, metric));
  }

  private AnalysisTable leads(String encoder, LabelledRuns runs) {
    TableBuilder table =
        new TableBuilder(
            NAME + "-lead",
            "Lead over " + baseline + " by number of labels, " + encoder,
            "Accuracy less that of "
                + baseline
                + ", which reads no labels, in points; [low, high] is the 95 % interval of the"
                + " paired difference on the same test queries.",
            "Labels a route");
    runs.names().forEach(router -> table.column(router, Unit.POINTS));
    for (int each : runs.numbers()) {
      List<Entry> cells = new ArrayList<>();
      for (String router : runs.names()) {
        cells.add(
            lead(runs, router, each, Metrics.accuracy())
                .map(TableBuilder::points)
                .orElse(Entry.text("–")));
      }
      table.row(Integer.toString(each), 0, cells);
    }
    return noted(table.of(encoder), runs).beside(run.config().published());
  }

  private TableBuilder noted(TableBuilder table, LabelledRuns runs) {
    Map<Integer, Integer> draws = new TreeMap<>();
    runs.numbers().forEach(each -> draws.put(each, runs.draws(each)));
    return table
        .note(
            "Ahead from: the least number of labels from which on the whole interval of the paired"
                + " difference to "
                + baseline
                + " is above 0.")
        .note("Draws by number of labels: " + draws + ". A larger draw contains the smaller.")
        .note("All: the " + run.workload().split().train().length + " training queries.")
        .note(
            run.workload().split().validation().length == 0
                ? "No further labels were used: there are no validation queries."
                : "Beside these labels there are "
                    + run.workload().split().validation().length
                    + " labelled validation queries, which configurations and stopping may hang"
                    + " on.");
  }
}
