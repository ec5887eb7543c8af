package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accuracy by router and encoder: how much the choice of the encoder matters. */
final class EncoderGrid {

  private EncoderGrid() {}

  /** The table over all encoders of one benchmark; empty where there is only one. */
  static Optional<Grid> of(List<ComparisonTable> tables, Wording wording, String id) {
    if (tables.size() < 2) {
      return Optional.empty();
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (String router : routers(tables)) {
      List<Cell> cells = new ArrayList<>();
      for (ComparisonTable table : tables) {
        cells.add(cell(table, router));
      }
      rows.add(new Grid.Row(router, 0, cells));
    }
    ComparisonTable first = tables.get(0);
    String caption = wording.caption(first, List.of(Column.ACCURACY));
    String setting = first.benchmark() + " (" + first.measurements().split() + ")";
    return Optional.of(
        new Grid(
            id,
            "Accuracy by encoder",
            setting + caption.substring(wording.setting(first).length()),
            "Router",
            tables.stream().map(ComparisonTable::encoder).toList(),
            rows,
            wording.notes(first, first.routers(), List.of(Column.ACCURACY))));
  }

  private static List<String> routers(List<ComparisonTable> tables) {
    return tables.stream()
        .flatMap(table -> table.routers().stream())
        .map(Line::router)
        .distinct()
        .sorted(
            Comparator.comparingDouble((String router) -> -mean(tables, router))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static double mean(List<ComparisonTable> tables, String router) {
    return tables.stream()
        .mapToDouble(table -> figure(table, router).value())
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static Figure figure(ComparisonTable table, String router) {
    return table.measurements().figure(router, table.encoder(), Column.ACCURACY);
  }

  private static Cell cell(ComparisonTable table, String router) {
    boolean best = table.best(Column.ACCURACY).contains(router);
    boolean tied = table.inseparable(Column.ACCURACY).contains(router);
    return FigureFormat.of(Column.ACCURACY.style()).cell(figure(table, router), best, tied);
  }
}
