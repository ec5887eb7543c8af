package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.experiments.report.AnalysisChart.ChartLine;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

class AnalysisFileTest {

  private static final AnalysisTable TABLE =
      new AnalysisTable("t", "T", "", "row", List.of(), List.of(), List.of());

  @TempDir private Path folder;

  @Test
  void tablesAloneAreABareList() throws IOException {
    AnalysisFile tables = new AnalysisFile(List.of(TABLE), List.of());

    assertThat(tables.toJson()).startsWith("[");
    assertThat(readBack(tables)).isEqualTo(tables);
  }

  @Test
  void tablesAndChartsReadBackAsTheyWere() throws IOException {
    AnalysisFile both = new AnalysisFile(List.of(TABLE), List.of(chart()));

    assertThat(readBack(both)).isEqualTo(both);
  }

  @Test
  void namesLieEvenlyApartAndHighValuesLieHigh() {
    CurveChart drawing = chart().drawing();

    List<Double> across = drawing.xTicks().stream().map(t -> Double.valueOf(t.at())).toList();
    assertThat(drawing.xTicks()).extracting(Axis.Tick::label).containsExactly("1", "2", "4");
    assertThat(across.get(1) - across.get(0)).isEqualTo(across.get(2) - across.get(1));
    // The first line is drawn last, on top.
    CurveChart.Series first = drawing.series().get(1);
    assertThat(first.label()).isEqualTo("a");
    assertThat(first.style()).isEqualTo("s0");
    assertThat(first.band()).endsWith("Z");
    assertThat(Double.parseDouble(first.dots().get(2).y()))
        .isLessThan(Double.parseDouble(first.dots().get(0).y()));
    CurveChart.Series second = drawing.series().get(0);
    assertThat(second.dots()).hasSize(2);
    assertThat(second.band()).isEmpty();
    assertThat(drawing.description()).contains("a is highest at 4 with 70.0");
  }

  @Test
  void aLineHasOnePointAPlace() {
    assertThatThrownBy(
            () ->
                new AnalysisChart(
                    "c",
                    "C",
                    "",
                    "x",
                    "y",
                    Unit.PERCENT,
                    List.of("1", "2"),
                    List.of(),
                    List.of(new ChartLine("a", List.of(Entry.value(1))))))
        .hasMessageContaining("points of a");
  }

  private AnalysisFile readBack(AnalysisFile file) throws IOException {
    return AnalysisFile.read(Files.writeString(folder.resolve("analyses.json"), file.toJson()));
  }

  private static AnalysisChart chart() {
    return new AnalysisChart(
        "c",
        "C",
        "",
        "x",
        "y",
        Unit.PERCENT,
        List.of("1", "2", "4"),
        List.of(),
        List.of(
            new ChartLine(
                "a",
                List.of(
                    Entry.interval(0.5, 0.4, 0.6),
                    Entry.interval(0.6, 0.5, 0.7),
                    Entry.interval(0.7, 0.6, 0.8))),
            new ChartLine(
                "b", List.of(Entry.value(0.1), Entry.value(Double.NaN), Entry.value(0.2)))));
  }
}
