package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The share of queries that each router gave to each model. */
final class SelectionGrid {

  /** Pools can be large; the models chosen least are summed up. */
  private static final int SHOWN_MODELS = 12;

  private SelectionGrid() {}

  /** The table of one comparison; empty where no shares were recorded for it. */
  static Optional<Grid> of(ComparisonTable table, List<SelectionShare> shares, String id) {
    Map<String, Map<String, Double>> byRouter = new LinkedHashMap<>();
    for (SelectionShare share : shares) {
      boolean here =
          share.benchmark().equals(table.benchmark())
              && (share.encoder().equals(table.encoder())
                  || share.encoder().equals(Measurements.NO_ENCODER));
      if (here) {
        byRouter
            .computeIfAbsent(share.router(), k -> new LinkedHashMap<>())
            .put(share.model(), share.share());
      }
    }
    if (byRouter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(grid(table, byRouter, id));
  }

  private static Grid grid(
      ComparisonTable table, Map<String, Map<String, Double>> byRouter, String id) {
    List<String> models = models(byRouter);
    List<String> shown = models.subList(0, Math.min(SHOWN_MODELS, models.size()));
    List<String> headers = new ArrayList<>(shown);
    int others = models.size() - shown.size();
    if (others > 0) {
      headers.add(others + " others");
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (Line line : table.lines()) {
      Map<String, Double> share = byRouter.get(line.router());
      if (share != null) {
        rows.add(new Grid.Row(line.title(), line.place().ordinal(), cells(share, shown, others)));
      }
    }
    return new Grid(
        id,
        "Selection shares",
        table.benchmark()
            + " ("
            + table.measurements().split()
            + "): share of queries given to each model, in %; models by falling mean share.",
        "Router",
        headers,
        rows,
        List.of());
  }

  private static List<Cell> cells(Map<String, Double> share, List<String> shown, int others) {
    List<Cell> cells = new ArrayList<>();
    double rest = 1;
    for (String model : shown) {
      double value = share.getOrDefault(model, 0.0);
      rest -= value;
      cells.add(Cell.of(Scale.PERCENT.print(value)));
    }
    if (others > 0) {
      cells.add(Cell.of(Scale.PERCENT.print(Math.max(0, rest))));
    }
    return cells;
  }

  private static List<String> models(Map<String, Map<String, Double>> byRouter) {
    Map<String, Double> sums = new LinkedHashMap<>();
    byRouter
        .values()
        .forEach(share -> share.forEach((m, value) -> sums.merge(m, value, Double::sum)));
    return sums.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String model) -> -sums.get(model))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
