package org.routerlab.experiments.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.routerlab.core.Require;

/**
 * A drawing of an analysis, lines over names or numbers, in the file {@code analyses.json}.
 *
 * @param id letters, digits and hyphens; unique in a report
 * @param title one line
 * @param caption what is shown, on what
 * @param xLabel what lies across
 * @param yLabel what lies up
 * @param unit how values are printed
 * @param names across, evenly apart; empty where there are numbers
 * @param numbers across, rising; empty where there are names
 * @param lines drawn in this order
 */
@JsonPropertyOrder({
  "id", "title", "caption", "xLabel", "yLabel", "unit", "names", "numbers", "lines"
})
public record AnalysisChart(
    String id,
    String title,
    String caption,
    String xLabel,
    String yLabel,
    AnalysisTable.Unit unit,
    List<String> names,
    List<Double> numbers,
    List<ChartLine> lines) {

  /** Rejects both names and numbers, or neither, and lines of another length. */
  public AnalysisChart {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    lines = List.copyOf(lines);
    if (names.isEmpty() == numbers.isEmpty()) {
      throw new IllegalArgumentException(
          "a chart must have either names or numbers across but '" + id + "' has both or neither");
    }
    for (ChartLine line : lines) {
      Require.equal(
          "points of " + line.label, line.points.size(), "places", names.size() + numbers.size());
    }
  }

  /**
   * A line.
   *
   * @param label for the legend
   * @param points one a name or number; entries without an interval or value are allowed
   */
  @JsonPropertyOrder({"label", "points"})
  public record ChartLine(String label, List<AnalysisTable.Entry> points) {

    /** Copies the points. */
    public ChartLine {
      points = List.copyOf(points);
    }
  }

  /** This chart, ready to be drawn. */
  CurveChart drawing() {
    return LineDrawing.of(this);
  }
}
