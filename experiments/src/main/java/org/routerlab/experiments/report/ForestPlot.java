package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The accuracy of every router with its interval, one below the other; positions in pixels.
 *
 * @param description for those who cannot see it
 * @param baseline the position of the best single model
 */
record ForestPlot(
    String id,
    String title,
    String description,
    int width,
    int height,
    int bottom,
    List<Axis.Tick> ticks,
    List<Mark> marks,
    Optional<String> baseline) {

  private static final int WIDTH = 860;
  private static final int LEFT = 300;
  private static final int RIGHT = 745;
  private static final int TOP = 14;
  private static final int ROW = 24;
  private static final int LONGEST = 31;

  /**
   * One row.
   *
   * @param kind {@code best}, {@code tied}, {@code other} or {@code reference}
   */
  record Mark(
      String label,
      String brief,
      String kind,
      String y,
      String low,
      String at,
      String high,
      String text) {}

  /** The plot of a comparison; empty where no router has an accuracy. */
  static Optional<ForestPlot> of(ComparisonTable table, String id, Wording wording) {
    Optional<Line> single = table.reference(Reference.BEST_SINGLE).filter(l -> isDrawn(table, l));
    List<Line> lines =
        Stream.concat(table.routers().stream().filter(l -> isDrawn(table, l)), single.stream())
            .toList();
    if (lines.isEmpty() || !lines.get(0).isRouter()) {
      return Optional.empty();
    }
    Axis axis = Axis.over(ends(table, lines), LEFT, RIGHT, false);
    List<Mark> marks = new ArrayList<>();
    for (Line line : lines) {
      marks.add(mark(table, line, axis, TOP + ROW * marks.size() + ROW / 2));
    }
    int bottom = TOP + ROW * lines.size();
    return Optional.of(
        new ForestPlot(
            id,
            "Accuracy with intervals",
            description(table, lines, wording),
            WIDTH,
            bottom + 44,
            bottom,
            axis.ticks(value -> trimmed(Scale.PERCENT.print(value))),
            marks,
            single.map(line -> axis.at(accuracy(table, line).value()))));
  }

  private static String description(ComparisonTable table, List<Line> lines, Wording wording) {
    Line best = lines.get(0);
    return "Accuracy in % of "
        + table.routers().size()
        + (table.routers().size() == 1 ? " router" : " routers")
        + " and the best single model, each with its "
        + wording.confidence()
        + " interval. Highest: "
        + best.title()
        + " at "
        + Scale.PERCENT.print(accuracy(table, best).value())
        + " %.";
  }

  private static Mark mark(ComparisonTable table, Line line, Axis axis, int y) {
    Figure figure = accuracy(table, line);
    double low = figure.hasInterval() ? figure.low() : figure.value();
    double high = figure.hasInterval() ? figure.high() : figure.value();
    return new Mark(
        line.title(),
        Label.shorten(line.title(), LONGEST),
        kind(table, line),
        Integer.toString(y),
        axis.at(low),
        axis.at(figure.value()),
        axis.at(high),
        FigureFormat.of(Column.ACCURACY.style()).text(figure));
  }

  private static String kind(ComparisonTable table, Line line) {
    Set<String> best = table.best(Column.ACCURACY);
    if (!line.isRouter()) {
      return "reference";
    }
    return best.contains(line.router())
        ? "best"
        : table.inseparable(Column.ACCURACY).contains(line.router()) ? "tied" : "other";
  }

  private static List<Double> ends(ComparisonTable table, List<Line> lines) {
    List<Double> ends = new ArrayList<>();
    for (Line line : lines) {
      Figure figure = accuracy(table, line);
      ends.add(figure.value());
      if (figure.hasInterval()) {
        ends.add(figure.low());
        ends.add(figure.high());
      }
    }
    return ends;
  }

  private static boolean isDrawn(ComparisonTable table, Line line) {
    return accuracy(table, line).isDefined();
  }

  private static Figure accuracy(ComparisonTable table, Line line) {
    return table.figure(line, Column.ACCURACY);
  }

  private static String trimmed(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }
}
