package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/** Accuracy a route, in cells of a table: the routes, their mean, and all test queries. */
final class RouteAccuracies {

  /** The heading of the mean that counts every route the same. */
  static final String MEAN = "Mean of routes";

  /** The heading of the mean that counts every query the same. */
  static final String ALL = "All queries";

  private final FinishedRun run;

  RouteAccuracies(FinishedRun run) {
    this.run = run;
  }

  /** The routes that test queries belong to, in the order of the pool. */
  List<String> routes() {
    List<String> tested = run.test().datasets();
    return run.test().pool().names().stream().filter(tested::contains).toList();
  }

  void addColumns(TableBuilder table) {
    routes().forEach(route -> table.column(route, Unit.PERCENT));
    table.column(MEAN, Unit.PERCENT).column(ALL, Unit.PERCENT);
  }

  /** The cells of a router with an encoder. */
  List<Entry> cells(String router, String encoder) {
    List<Entry> cells = new ArrayList<>();
    for (String route : routes()) {
      cells.add(TableBuilder.entry(run.result(router, encoder, "accuracy", "dataset:" + route)));
    }
    cells.add(TableBuilder.entry(run.result(router, encoder, "dataset-average", "all")));
    cells.add(TableBuilder.entry(run.result(router, encoder, "accuracy", "all")));
    return cells;
  }
}
