package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The comparisons as CSV: one row a router, plain numbers as in {@code results.csv}, the ends of
 * the interval in columns of their own; an empty cell where nothing was recorded.
 */
final class TableCsv {

  private TableCsv() {}

  static String render(List<ComparisonTable> tables) {
    List<Column> columns = tables.stream().flatMap(t -> t.columns().stream()).distinct().toList();
    StringBuilder out = new StringBuilder(Csv.line(header(columns)));
    for (ComparisonTable table : tables) {
      table.lines().forEach(line -> out.append(Csv.line(row(table, line, columns))));
    }
    return out.toString();
  }

  private static List<String> header(List<Column> columns) {
    List<String> header =
        new ArrayList<>(
            List.of("benchmark", "split", "encoder", "group", "router", "best", "separable"));
    for (Column column : columns) {
      header.add(column.key());
      header.add(column.key() + "_low");
      header.add(column.key() + "_high");
    }
    return header;
  }

  private static List<String> row(ComparisonTable table, Line line, List<Column> columns) {
    List<String> row = new ArrayList<>();
    row.add(table.benchmark());
    row.add(table.measurements().split());
    row.add(table.encoder());
    row.add(line.isRouter() ? "router" : "reference");
    row.add(line.isRouter() ? line.router() : line.title());
    row.add(Boolean.toString(isBest(table, line)));
    row.add(separable(table, line));
    for (Column column : columns) {
      Figure figure = table.figure(line, column);
      row.add(number(figure, figure.value()));
      row.add(number(figure, figure.low()));
      row.add(number(figure, figure.high()));
    }
    return row;
  }

  private static boolean isBest(ComparisonTable table, Line line) {
    return table.best(Column.ACCURACY).contains(line.router());
  }

  /** Whether the accuracy can be told apart from the best router's; empty where not compared. */
  private static String separable(ComparisonTable table, Line line) {
    return table.comparisons().stream()
        .filter(row -> row.metric().equals("accuracy") && row.router().equals(line.router()))
        .map(row -> Boolean.toString(row.separable()))
        .findFirst()
        .orElse("");
  }

  private static String number(Figure figure, double value) {
    return figure.isRecorded() ? DecimalText.shortest(value) : "";
  }
}
