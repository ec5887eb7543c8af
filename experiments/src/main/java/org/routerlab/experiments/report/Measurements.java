package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.core.BadDataException;

/**
 * The results of one benchmark and split, one figure a cell: the mean over seeds where there is.
 */
final class Measurements {

  static final String ALL = "all";
  static final String DATASET = "dataset:";
  static final String TAG = "tag:";
  static final String NO_ENCODER = "-";
  private static final Set<String> NOT_FOR_REPORTS = Set.of("train", "validation");

  private final String benchmark;
  private final String split;
  private final Map<Key, ResultRow> rows = new LinkedHashMap<>();
  private final int seeds;

  private record Key(String subset, String router, String encoder, String metric) {}

  private Measurements(List<ResultRow> part) {
    benchmark = part.get(0).benchmark();
    split = part.get(0).split();
    seeds =
        (int)
            part.stream()
                .map(ResultRow::seed)
                .filter(seed -> !seed.equals(ALL) && !seed.equals(NO_ENCODER))
                .distinct()
                .count();
    Map<Key, List<ResultRow>> cells = new LinkedHashMap<>();
    for (ResultRow row : part) {
      Key key = new Key(row.subset(), row.router(), row.encoder(), row.metric());
      cells.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    cells.forEach((key, bySeed) -> rows.put(key, resolve(key, bySeed)));
  }

  /**
   * The results by benchmark and split, in the order of the file. Where {@code test} was measured,
   * nothing else is reported; train and validation never are.
   */
  static List<Measurements> of(List<ResultRow> results) {
    boolean hasTest = results.stream().anyMatch(row -> row.split().equals("test"));
    Map<List<String>, List<ResultRow>> parts = new LinkedHashMap<>();
    for (ResultRow row : results) {
      boolean shown = hasTest ? row.split().equals("test") : !NOT_FOR_REPORTS.contains(row.split());
      if (shown) {
        List<String> key = List.of(row.benchmark(), row.split());
        parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    return parts.values().stream().map(Measurements::new).toList();
  }

  String benchmark() {
    return benchmark;
  }

  String split() {
    return split;
  }

  /** The number of seeds that were averaged, at least 1. */
  int seeds() {
    return Math.max(1, seeds);
  }

  /** The encoders of the routers; only "-" where no router has one. */
  List<String> encoders() {
    List<String> found =
        rows.keySet().stream()
            .map(Key::encoder)
            .filter(encoder -> !encoder.equals(NO_ENCODER))
            .distinct()
            .toList();
    return found.isEmpty() ? List.of(NO_ENCODER) : found;
  }

  /** The labels measured with this encoder or without any, in the order of the file. */
  List<String> routers(String encoder) {
    return rows.keySet().stream()
        .filter(key -> key.encoder().equals(encoder) || key.encoder().equals(NO_ENCODER))
        .map(Key::router)
        .distinct()
        .toList();
  }

  /** Whether this label was measured without an encoder only. */
  boolean needsNoEncoder(String router) {
    return rows.keySet().stream()
        .noneMatch(key -> key.router().equals(router) && !key.encoder().equals(NO_ENCODER));
  }

  /** The metrics measured on a subset, in the order of the columns. */
  List<String> metrics(String subset) {
    return rows.keySet().stream()
        .filter(key -> key.subset().equals(subset))
        .map(Key::metric)
        .distinct()
        .sorted(Comparator.comparingInt(MetricStyle::order))
        .toList();
  }

  /** The subsets whose name begins so, in alphabetical order. */
  List<String> subsets(String prefix) {
    return rows.keySet().stream()
        .map(Key::subset)
        .filter(subset -> subset.startsWith(prefix))
        .distinct()
        .sorted()
        .toList();
  }

  /** The figure of a cell; {@link Figure#NONE} where nothing was recorded. */
  Figure figure(String router, String encoder, Column column) {
    ResultRow row = rows.get(new Key(column.subset(), router, encoder, column.metric()));
    if (row == null) {
      row = rows.get(new Key(column.subset(), router, NO_ENCODER, column.metric()));
    }
    return row == null ? Figure.NONE : Figure.of(row);
  }

  /** Whether any figure of a column is above 0. */
  boolean isAnywherePositive(Column column) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().subset().equals(column.subset()))
        .filter(entry -> entry.getKey().metric().equals(column.metric()))
        .anyMatch(entry -> entry.getValue().value() > 0);
  }

  /** The numbers of queries that accuracy was measured on, ascending. */
  List<Integer> counts(String subset) {
    List<Integer> counts = new ArrayList<>();
    rows.forEach(
        (key, row) -> {
          if (key.subset().equals(subset) && key.metric().equals("accuracy")) {
            counts.add(row.n());
          }
        });
    return counts.stream().distinct().sorted().toList();
  }

  private static ResultRow resolve(Key key, List<ResultRow> bySeed) {
    return bySeed.stream()
        .filter(row -> row.seed().equals(ALL) || bySeed.size() == 1)
        .findFirst()
        .orElseThrow(
            () ->
                new BadDataException(
                    "results.csv",
                    "",
                    "a row with seed '" + ALL + "' where a cell has several seeds",
                    "only single seeds for " + key));
  }
}
