package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Lines such as accuracy against cost, one a router; positions in pixels.
 *
 * @param description for those who cannot see it
 * @param series drawn in this order
 * @param others how many routers are drawn in grey, beyond those with a colour
 */
record CurveChart(
    String id,
    String title,
    String description,
    String caption,
    String xLabel,
    String yLabel,
    List<Axis.Tick> xTicks,
    List<Axis.Tick> yTicks,
    List<Series> series,
    int others) {

  static final int WIDTH = 860;
  static final int HEIGHT = 400;
  static final int LEFT = 60;
  static final int RIGHT = 845;
  static final int TOP = 12;
  static final int BOTTOM = 348;
  private static final int COLOURS = 6;

  /**
   * One line.
   *
   * @param style {@code s0} … {@code s5} for a colour, {@code other} or {@code reference}
   * @param path the line as an SVG path
   * @param band the area between the ends of the intervals; empty where there are none
   */
  record Series(String label, String style, String path, String band, List<Dot> dots) {}

  /** One point of a line. */
  record Dot(String x, String y) {}

  private record Curve(Line line, List<CurvePoint> points) {}

  /** The charts of a comparison: by budget, by weight; those for which there are points. */
  static List<CurveChart> of(ComparisonTable table, List<CurvePoint> points, String id) {
    List<CurveChart> charts = new ArrayList<>();
    for (String kind : List.of("budget", "lambda")) {
      List<Curve> curves = curves(table, points, kind);
      if (!curves.isEmpty()) {
        charts.add(chart(table, curves, kind, id + "-" + kind));
      }
    }
    return charts;
  }

  private static List<Curve> curves(ComparisonTable table, List<CurvePoint> all, String kind) {
    List<Curve> curves = new ArrayList<>();
    for (Line line : table.lines()) {
      List<CurvePoint> points =
          all.stream()
              .filter(p -> p.benchmark().equals(table.benchmark()) && p.curve().equals(kind))
              .filter(p -> p.encoder().equals(table.encoder()) || !line.isRouter())
              .filter(p -> p.router().equals(line.router()))
              .filter(p -> Double.isFinite(x(kind, p)) && Double.isFinite(p.accuracy()))
              .toList();
      if (!points.isEmpty() && isShown(line)) {
        curves.add(new Curve(line, points));
      }
    }
    boolean anyRouter = curves.stream().anyMatch(curve -> curve.line().isRouter());
    return anyRouter ? curves : List.of();
  }

  /** Random and the oracles lie far off and would press the routers together. */
  private static boolean isShown(Line line) {
    return line.isRouter()
        || (line.place() == Reference.Place.FLOOR
            && !line.reference().equals(Optional.of(Reference.RANDOM)));
  }

  /** A budget curve stands over what may be spent, a weight curve over what was spent. */
  private static double x(String kind, CurvePoint point) {
    return kind.equals("budget") ? point.x() : point.cost();
  }

  private static CurveChart chart(
      ComparisonTable table, List<Curve> curves, String kind, String id) {
    boolean budget = kind.equals("budget");
    Axis x = Axis.over(values(curves, p -> x(kind, p)), LEFT, RIGHT, true);
    Axis y = Axis.over(heights(curves), BOTTOM, TOP, false);
    List<Series> series = new ArrayList<>();
    int routers = 0;
    for (Curve curve : curves) {
      boolean router = curve.line().isRouter();
      String style = !router ? "reference" : routers < COLOURS ? "s" + routers : "other";
      routers += router ? 1 : 0;
      series.add(series(curve, style, new Pen(x, y, kind)));
    }
    // Grey below colour, and the best on top.
    Collections.reverse(series);
    return new CurveChart(
        id,
        budget ? "Deferral curve by budget" : "Deferral curve by cost weight λ",
        description(table, curves),
        caption(budget, x.logarithmic()),
        budget ? "Allowed cost a query" : "Realised mean cost a query",
        "Accuracy (%)",
        x.ticks(
            value ->
                DecimalText.significant(value, 3)
                    .replaceAll("(\\.\\d*?)0+$", "$1")
                    .replaceAll("\\.$", "")),
        y.ticks(value -> Scale.PERCENT.print(value)),
        List.copyOf(series),
        Math.max(0, routers - COLOURS));
  }

  private static String caption(boolean budget, boolean logarithmic) {
    return (budget
            ? "Accuracy in % when only models up to the allowed cost may be chosen."
            : "Accuracy in % and realised mean cost as the weight of cost grows, from right to"
                + " left.")
        + " Bands are the intervals of the coloured lines."
        + (logarithmic ? " The cost axis is logarithmic." : "")
        + " Random and the oracles are left out; their values are in the tables.";
  }

  private static String description(ComparisonTable table, List<Curve> curves) {
    StringBuilder text = new StringBuilder("Accuracy against cost on " + table.benchmark() + ".");
    for (Curve curve : curves) {
      CurvePoint last = curve.points().get(0);
      for (CurvePoint point : curve.points()) {
        last = point.accuracy() > last.accuracy() ? point : last;
      }
      text.append(' ').append(curve.line().title()).append(" peaks at ");
      text.append(Scale.PERCENT.print(last.accuracy())).append(" %.");
    }
    return text.toString();
  }

  private static Series series(Curve curve, String style, Pen pen) {
    boolean band = style.startsWith("s") && curve.points().stream().allMatch(CurveChart::hasBand);
    List<Dot> dots = curve.points().stream().map(p -> pen.dot(p)).toList();
    return new Series(
        curve.line().title(),
        style,
        pen.line(curve.points(), CurvePoint::accuracy),
        band ? pen.band(curve.points()) : "",
        dots);
  }

  private static boolean hasBand(CurvePoint point) {
    return Double.isFinite(point.ciLow()) && Double.isFinite(point.ciHigh());
  }

  private static List<Double> values(List<Curve> curves, ToDoubleFunction<CurvePoint> value) {
    List<Double> values = new ArrayList<>();
    curves.forEach(c -> c.points().forEach(p -> values.add(value.applyAsDouble(p))));
    return values;
  }

  private static List<Double> heights(List<Curve> curves) {
    List<Double> values = values(curves, CurvePoint::accuracy);
    for (ToDoubleFunction<CurvePoint> end :
        List.<ToDoubleFunction<CurvePoint>>of(CurvePoint::ciLow, CurvePoint::ciHigh)) {
      values(curves, end).stream().filter(Double::isFinite).forEach(values::add);
    }
    return values;
  }

  /** Draws the points of a curve; a budget curve keeps its height until the next budget. */
  private record Pen(Axis x, Axis y, String kind) {

    Dot dot(CurvePoint point) {
      return new Dot(x.at(CurveChart.x(kind, point)), y.at(point.accuracy()));
    }

    String line(List<CurvePoint> points, ToDoubleFunction<CurvePoint> height) {
      return "M" + String.join("L", corners(points, height));
    }

    String band(List<CurvePoint> points) {
      List<String> back = corners(points, CurvePoint::ciLow);
      Collections.reverse(back);
      return line(points, CurvePoint::ciHigh) + "L" + String.join("L", back) + "Z";
    }

    private List<String> corners(List<CurvePoint> points, ToDoubleFunction<CurvePoint> height) {
      List<String> corners = new ArrayList<>();
      String before = "";
      for (CurvePoint point : points) {
        String across = x.at(CurveChart.x(kind, point));
        String up = y.at(height.applyAsDouble(point));
        if (kind.equals("budget") && !before.isEmpty()) {
          corners.add(across + " " + before);
        }
        corners.add(across + " " + up);
        before = up;
      }
      return corners;
    }
  }
}
