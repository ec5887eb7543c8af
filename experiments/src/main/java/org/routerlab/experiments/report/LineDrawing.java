package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.routerlab.experiments.report.AnalysisChart.ChartLine;
import org.routerlab.experiments.report.AnalysisTable.Entry;

/** Draws a chart of an analysis: lines over names or numbers, with bands where there are ends. */
final class LineDrawing {

  private static final int COLOURS = 6;

  private final AnalysisChart chart;
  private final List<Double> across;
  private final Axis x;
  private final Axis y;

  private LineDrawing(AnalysisChart chart) {
    this.chart = chart;
    across =
        chart.names().isEmpty()
            ? chart.numbers()
            : IntStream.range(0, chart.names().size()).mapToObj(i -> (double) i).toList();
    x = Axis.over(across, CurveChart.LEFT, CurveChart.RIGHT, false);
    y = Axis.over(heights(), CurveChart.BOTTOM, CurveChart.TOP, false);
  }

  static CurveChart of(AnalysisChart chart) {
    return new LineDrawing(chart).draw();
  }

  private CurveChart draw() {
    List<CurveChart.Series> series = new ArrayList<>();
    for (ChartLine line : chart.lines()) {
      series.add(series(line, series.size() < COLOURS ? "s" + series.size() : "other"));
    }
    // Grey below colour, and the first on top.
    Collections.reverse(series);
    return new CurveChart(
        chart.id(),
        chart.title(),
        description(),
        chart.caption(),
        chart.xLabel(),
        chart.yLabel(),
        ticks(),
        y.ticks(value -> AnalysisTable.print(chart.unit(), value)),
        series,
        Math.max(0, chart.lines().size() - COLOURS));
  }

  private List<Axis.Tick> ticks() {
    return chart.names().isEmpty()
        ? x.ticks(value -> DecimalText.fixed(value, 0, 2))
        : IntStream.range(0, across.size())
            .mapToObj(i -> new Axis.Tick(x.at(across.get(i)), chart.names().get(i)))
            .toList();
  }

  private String description() {
    StringBuilder text = new StringBuilder(chart.title()).append('.');
    for (ChartLine line : chart.lines()) {
      int best = -1;
      for (int i = 0; i < across.size(); i++) {
        Double value = line.points().get(i).value();
        if (value != null && (best < 0 || value > line.points().get(best).value())) {
          best = i;
        }
      }
      if (best >= 0) {
        text.append(' ').append(line.label()).append(" is highest at ");
        text.append(
            chart.names().isEmpty()
                ? DecimalText.fixed(across.get(best), 0, 2)
                : chart.names().get(best));
        text.append(" with ");
        text.append(AnalysisTable.print(chart.unit(), line.points().get(best).value()));
        text.append('.');
      }
    }
    return text.toString();
  }

  private List<Double> heights() {
    List<Double> heights = new ArrayList<>();
    for (ChartLine line : chart.lines()) {
      for (Entry point : line.points()) {
        for (Double height : new Double[] {point.value(), point.low(), point.high()}) {
          if (height != null) {
            heights.add(height);
          }
        }
      }
    }
    return heights;
  }

  private CurveChart.Series series(ChartLine line, String style) {
    List<Integer> places =
        IntStream.range(0, across.size())
            .filter(i -> line.points().get(i).value() != null)
            .boxed()
            .toList();
    boolean band =
        style.startsWith("s") && places.stream().allMatch(i -> line.points().get(i).low() != null);
    List<CurveChart.Dot> dots =
        places.stream()
            .map(i -> new CurveChart.Dot(x.at(across.get(i)), y.at(line.points().get(i).value())))
            .toList();
    return new CurveChart.Series(
        line.label(),
        style,
        places.isEmpty() ? "" : "M" + corners(line, places, Entry::value),
        band && !places.isEmpty() ? band(line, places) : "",
        dots);
  }

  private String band(ChartLine line, List<Integer> places) {
    List<Integer> back = new ArrayList<>(places);
    Collections.reverse(back);
    return "M" + corners(line, places, Entry::high) + "L" + corners(line, back, Entry::low) + "Z";
  }

  private String corners(ChartLine line, List<Integer> places, Function<Entry, Double> height) {
    return String.join(
        "L",
        places.stream()
            .map(i -> x.at(across.get(i)) + " " + y.at(height.apply(line.points().get(i))))
            .toList());
  }
}
