package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays a comparison out as printed tables.
 *
 * @param id begins the ids of all its tables
 */
record ComparisonGrids(ComparisonTable table, Wording wording, String id) {

  private static final String HOLD_OUT = "hold-out-change";

  /** One table with as many of the columns as fit a terminal; the others are named below it. */
  Grid fitting(int width) {
    List<Column> columns = table.columns();
    int shown = TerminalTable.fitting(grid(id, "Comparison", columns), width);
    Grid grid = grid(id, "Comparison", columns.subList(0, shown));
    if (shown == columns.size()) {
      return grid;
    }
    String hidden =
        columns.subList(shown, columns.size()).stream()
            .map(Column::header)
            .collect(Collectors.joining(", "));
    List<String> notes = new ArrayList<>(grid.notes());
    notes.add("In table.md and index.html, for lack of width here: " + hidden + ".");
    return new Grid(
        id, grid.title(), grid.caption(), grid.corner(), grid.headers(), grid.rows(), notes);
  }

  /** One table for each family of metrics that has columns. */
  List<Grid> byFamily() {
    List<Grid> grids = new ArrayList<>();
    for (MetricStyle.Family family : MetricStyle.Family.values()) {
      List<Column> columns =
          table.columns().stream().filter(column -> column.style().family() == family).toList();
      if (!columns.isEmpty()) {
        String suffix = "-" + family.name().toLowerCase(Locale.ROOT);
        grids.add(grid(id + suffix, family.title(), columns));
      }
    }
    return grids;
  }

  /** Accuracy a data set, what is lost without it in training, accuracy a value of each tag. */
  List<Grid> bySubset() {
    Map<String, List<Column>> families = new LinkedHashMap<>();
    for (String subset : table.measurements().subsets(Measurements.DATASET)) {
      families
          .computeIfAbsent("Accuracy by data set", k -> new ArrayList<>())
          .add(new Column("accuracy", subset));
      if (table.measurements().metrics(subset).contains(HOLD_OUT)) {
        families
            .computeIfAbsent(
                "Change of accuracy when trained without the group", k -> new ArrayList<>())
            .add(new Column(HOLD_OUT, subset));
      }
    }
    for (String subset : table.measurements().subsets(Measurements.TAG)) {
      int end = subset.indexOf('=');
      families
          .computeIfAbsent(
              "Accuracy by " + subset.substring(Measurements.TAG.length(), end),
              k -> new ArrayList<>())
          .add(new Column("accuracy", subset));
    }
    List<Grid> grids = new ArrayList<>();
    families.forEach(
        (title, columns) -> grids.add(subsets(id + "-by-" + (grids.size() + 1), title, columns)));
    return grids;
  }

  private Grid subsets(String gridId, String title, List<Column> columns) {
    Measurements measurements = table.measurements();
    List<Line> lines =
        table.lines().stream()
            .map(
                line ->
                    new Line(
                        line.router(),
                        line.reference(),
                        line.place(),
                        columns.stream()
                            .map(c -> measurements.figure(line.router(), table.encoder(), c))
                            .toList()))
            .toList();
    ComparisonTable part =
        new ComparisonTable(measurements, table.encoder(), columns, lines, List.of());
    Grid grid = new ComparisonGrids(part, wording, gridId).grid(gridId, title, columns);
    List<String> headers =
        columns.stream()
            .map(c -> c.header() + " (n = " + Wording.range(measurements.counts(c.subset())) + ")")
            .toList();
    return new Grid(
        gridId, title, grid.caption(), grid.corner(), headers, grid.rows(), grid.notes());
  }

  /** Apart from accuracy, a reference is shown only where it has a value. */
  private List<Line> shown(List<Column> columns) {
    return table.lines().stream()
        .filter(
            line ->
                line.isRouter()
                    || columns.contains(Column.ACCURACY)
                    || columns.stream().anyMatch(c -> table.figure(line, c).isRecorded()))
        .toList();
  }

  private Grid grid(String gridId, String title, List<Column> columns) {
    List<Line> lines = shown(columns);
    List<List<Cell>> cells = new ArrayList<>();
    lines.forEach(line -> cells.add(new ArrayList<>()));
    for (Column column : columns) {
      Set<String> best = table.best(column);
      Set<String> tied = table.inseparable(column);
      FigureFormat format =
          FigureFormat.of(
              column.style(), lines.stream().map(line -> table.figure(line, column)).toList());
      for (int i = 0; i < cells.size(); i++) {
        Line line = lines.get(i);
        Figure figure = table.figure(line, column);
        boolean isBest = best.contains(line.router());
        cells.get(i).add(format.cell(figure, isBest, tied.contains(line.router())));
      }
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Line line = lines.get(i);
      rows.add(new Grid.Row(line.title(), line.place().ordinal(), cells.get(i)));
    }
    return new Grid(
        gridId,
        title,
        wording.caption(table, columns),
        "Router",
        columns.stream().map(Column::header).toList(),
        rows,
        wording.notes(table, lines, columns));
  }
}
