package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All routers and references of one benchmark under one encoder: the floor, the routers by falling
 * accuracy (ties by label), the ceiling.
 *
 * @param columns those with a value anywhere, in the order of the tables
 * @param lines each with one figure a column
 * @param comparisons the rows of this benchmark and encoder
 */
record ComparisonTable(
    Measurements measurements,
    String encoder,
    List<Column> columns,
    List<Line> lines,
    List<ComparisonRow> comparisons) {

  private static final String SHARE = "selection-share/";
  private static final List<String> STRATA = List.of("hard", "easy", "unsolvable");

  /** The tables of a folder: benchmarks, and encoders within them, in the order of the results. */
  static List<ComparisonTable> of(ResultsFolder folder) {
    List<ComparisonTable> tables = new ArrayList<>();
    for (Measurements measurements : Measurements.of(folder.results())) {
      for (String encoder : measurements.encoders()) {
        List<Column> columns = columns(measurements);
        List<ComparisonRow> comparisons =
            folder.comparisons().stream()
                .filter(row -> row.benchmark().equals(measurements.benchmark()))
                .filter(row -> row.encoder().equals(encoder))
                .toList();
        tables.add(
            new ComparisonTable(
                measurements,
                encoder,
                columns,
                lines(measurements, encoder, columns, comparisons),
                comparisons));
      }
    }
    return List.copyOf(tables);
  }

  String benchmark() {
    return measurements.benchmark();
  }

  /** The routers alone, best first. */
  List<Line> routers() {
    return lines.stream().filter(Line::isRouter).toList();
  }

  /** The line of a reference, where it is shown. */
  Optional<Line> reference(Reference reference) {
    return lines.stream().filter(line -> line.reference().equals(Optional.of(reference))).findAny();
  }

  /** The figure of a line in a column of this table; {@link Figure#NONE} for another column. */
  Figure figure(Line line, Column column) {
    int at = columns.indexOf(column);
    return at < 0 ? Figure.NONE : line.figures().get(at);
  }

  /**
   * What is best in a column among routers and references without hindsight: as compared, or else
   * by value; nothing where more is neither better nor worse.
   */
  Set<String> best(Column column) {
    Set<String> best = new HashSet<>();
    if (column.style().family() == MetricStyle.Family.BEHAVIOUR) {
      return best;
    }
    compared(column).map(ComparisonRow::best).forEach(best::add);
    if (best.isEmpty()) {
      List<Line> competing = lines.stream().filter(Line::isDeployable).toList();
      double sign = column.style().higherIsBetter() ? 1 : -1;
      double top =
          competing.stream()
              .mapToDouble(line -> sign * figure(line, column).value())
              .filter(value -> !Double.isNaN(value))
              .max()
              .orElse(Double.NaN);
      competing.stream()
          .filter(line -> sign * figure(line, column).value() == top)
          .map(Line::router)
          .forEach(best::add);
    }
    return best;
  }

  /** What cannot be told apart from the best of a column, hindsight aside. */
  Set<String> inseparable(Column column) {
    Set<String> tied = new HashSet<>();
    compared(column)
        .filter(row -> !row.separable() && !row.router().equals(row.best()))
        .map(ComparisonRow::router)
        .filter(router -> lines.stream().anyMatch(l -> l.isDeployable() && l.has(router)))
        .forEach(tied::add);
    return tied;
  }

  /** Whether routers were compared with the best one of a column. */
  boolean isCompared(Column column) {
    return compared(column).findAny().isPresent();
  }

  private Stream<ComparisonRow> compared(Column column) {
    return comparisons.stream()
        .filter(row -> column.subset().equals(Measurements.ALL))
        .filter(row -> row.metric().equals(column.metric()));
  }

  private static List<Column> columns(Measurements measurements) {
    List<Column> columns = new ArrayList<>();
    for (String metric : measurements.metrics(Measurements.ALL)) {
      if (metric.startsWith(SHARE)) {
        continue; // has a table of its own
      }
      columns.add(new Column(metric, Measurements.ALL));
      if (metric.equals("gap-closed")) {
        columns.addAll(strata(measurements));
      }
    }
    List<Column> strata = strata(measurements);
    if (!columns.containsAll(strata)) {
      columns.addAll(columns.contains(Column.ACCURACY) ? 1 : 0, strata);
    }
    return List.copyOf(columns);
  }

  /** Accuracy on hard and on easy queries; on unsolvable ones only where it is not 0 throughout. */
  private static List<Column> strata(Measurements measurements) {
    return STRATA.stream()
        .filter(subset -> measurements.metrics(subset).contains("accuracy"))
        .map(subset -> new Column("accuracy", subset))
        .filter(column -> measurements.isAnywherePositive(column) || !isUnsolvable(column))
        .toList();
  }

  private static boolean isUnsolvable(Column column) {
    return column.subset().equals("unsolvable");
  }

  private static List<Line> lines(
      Measurements measurements,
      String encoder,
      List<Column> columns,
      List<ComparisonRow> comparisons) {
    List<Line> lines = new ArrayList<>();
    for (String router : measurements.routers(encoder)) {
      Optional<Reference> reference = Reference.find(router);
      boolean unknownReference =
          measurements.needsNoEncoder(router) && !encoder.equals(Measurements.NO_ENCODER);
      Reference.Place place =
          reference.map(Reference::place).orElse(place(router, unknownReference, comparisons));
      List<Figure> figures =
          columns.stream().map(column -> measurements.figure(router, encoder, column)).toList();
      lines.add(new Line(router, reference, place, figures));
    }
    for (Reference reference : Reference.values()) {
      boolean present =
          lines.stream().anyMatch(line -> line.reference().equals(Optional.of(reference)));
      if (reference.alwaysShown() && !present) {
        List<Figure> none = columns.stream().map(column -> Figure.NONE).toList();
        lines.add(new Line(reference.title(), Optional.of(reference), reference.place(), none));
      }
    }
    lines.sort(order(columns.indexOf(Column.ACCURACY)));
    return List.copyOf(lines);
  }

  /** Where what is no known reference stands: what looks at test outcomes, with the ceiling. */
  private static Reference.Place place(
      String router, boolean unknownReference, List<ComparisonRow> comparisons) {
    boolean hindsight =
        comparisons.stream().anyMatch(row -> row.router().equals(router) && !row.deployable());
    if (hindsight) {
      return Reference.Place.CEILING;
    }
    return unknownReference ? Reference.Place.FLOOR : Reference.Place.ROUTER;
  }

  private static Comparator<Line> order(int accuracy) {
    Comparator<Line> byAccuracy =
        accuracy < 0
            ? Comparator.comparing(line -> 0)
            : Comparator.comparingDouble(line -> -rank(line.figures().get(accuracy).value()));
    return Comparator.comparing(Line::place)
        .thenComparing(line -> line.reference().map(Enum::ordinal).orElse(Integer.MAX_VALUE))
        .thenComparing(byAccuracy)
        .thenComparing(Line::router);
  }

  private static double rank(double accuracy) {
    return Double.isNaN(accuracy) ? Double.NEGATIVE_INFINITY : accuracy;
  }
}
