package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Row;

/**
 * Published values that no row shares with measured ones, in a table of their own: side by side,
 * such values would make a table that is mostly empty.
 */
final class PublishedApart {

  private static final String NOTE = "publ.: ";

  private PublishedApart() {}

  static List<AnalysisTable> of(List<AnalysisTable> tables) {
    return tables.stream().flatMap(table -> apart(table).stream()).toList();
  }

  private static List<AnalysisTable> apart(AnalysisTable table) {
    List<Integer> published = columns(table, true);
    List<Integer> measured = columns(table, false);
    List<Row> rowsOfPublished = rows(table, published);
    List<Row> rowsMeasured =
        table.rows().stream().filter(row -> !rowsOfPublished.contains(row)).toList();
    boolean isShared =
        rowsOfPublished.stream().anyMatch(row -> measured.stream().anyMatch(i -> has(row, i)));
    if (published.isEmpty() || isShared || rowsMeasured.isEmpty()) {
      return List.of(table);
    }
    List<String> sources = table.notes().stream().filter(note -> note.startsWith(NOTE)).toList();
    List<String> notes = new ArrayList<>(table.notes());
    notes.removeAll(sources);
    AnalysisTable own =
        new AnalysisTable(
            table.id(),
            table.title(),
            table.caption(),
            table.corner(),
            table.columns().subList(0, measured.size()),
            cut(rowsMeasured, measured),
            notes);
    List<AnalysisTable> all = new ArrayList<>(List.of(own));
    for (List<Row> rows : together(rowsOfPublished, published)) {
      List<Integer> kept =
          published.stream().filter(i -> rows.stream().anyMatch(row -> has(row, i))).toList();
      all.add(
          new AnalysisTable(
              table.id() + "-published" + (all.size() == 1 ? "" : "-" + all.size()),
              table.title() + ", as published",
              "Published figures; none of them is of a row of the table before.",
              table.corner(),
              kept.stream().map(table.columns()::get).toList(),
              cut(rows, kept),
              sources));
    }
    return all;
  }

  /** The rows that have values in the same columns, or share some with rows that do. */
  private static List<List<Row>> together(List<Row> rows, List<Integer> columns) {
    List<List<Row>> groups = new ArrayList<>();
    for (Row row : rows) {
      List<List<Row>> near =
          groups.stream()
              .filter(
                  group ->
                      columns.stream()
                          .anyMatch(
                              i -> has(row, i) && group.stream().anyMatch(each -> has(each, i))))
              .toList();
      List<Row> merged = new ArrayList<>();
      near.forEach(merged::addAll);
      merged.add(row);
      int place = near.isEmpty() ? groups.size() : groups.indexOf(near.get(0));
      groups.removeAll(near);
      groups.add(Math.min(place, groups.size()), merged);
    }
    return groups;
  }

  /** The places of the columns that were published or not; published ones are the last. */
  private static List<Integer> columns(AnalysisTable table, boolean isPublished) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).isPublished() == isPublished)
        .boxed()
        .toList();
  }

  private static List<Row> rows(AnalysisTable table, List<Integer> columns) {
    return table.rows().stream()
        .filter(row -> columns.stream().anyMatch(i -> has(row, i)))
        .toList();
  }

  private static boolean has(Row row, int column) {
    return !row.cells().get(column).isEmpty();
  }

  private static List<Row> cut(List<Row> rows, List<Integer> columns) {
    List<Row> cut = new ArrayList<>();
    for (Row row : rows) {
      List<Entry> cells = columns.stream().map(row.cells()::get).toList();
      cut.add(new Row(row.title(), row.group(), cells));
    }
    return cut;
  }
}
