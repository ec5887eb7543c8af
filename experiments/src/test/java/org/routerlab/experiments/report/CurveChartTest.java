package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveChartTest {

  @Test
  void aBudgetCurveKeepsItsHeightUntilTheNextBudget() {
    CurveChart.Series series = charts(budgets("knn", 0.5, 0.6)).get(0).series().get(0);
    List<CurveChart.Dot> dots = series.dots();

    assertThat(series.path())
        .isEqualTo(
            "M%s %sL%s %sL%s %s"
                .formatted(
                    dots.get(0).x(),
                    dots.get(0).y(),
                    dots.get(1).x(),
                    dots.get(0).y(),
                    dots.get(1).x(),
                    dots.get(1).y()));
    assertThat(series.band()).startsWith("M").endsWith("Z");
  }

  @Test
  void aWeightCurveStandsOverItsRealisedCost() {
    Rows rows = new Rows().accuracy("knn", "e", 0.6);
    rows.curves.add(point("knn", "lambda", 0, 0.6, 5));
    rows.curves.add(point("knn", "lambda", 0.9, 0.5, 1));
    List<CurveChart.Dot> dots = charts(rows).get(0).series().get(0).dots();

    assertThat(Double.parseDouble(dots.get(0).x()))
        .isGreaterThan(Double.parseDouble(dots.get(1).x()));
  }

  @Test
  void pointsOfUnknownCostAndChartsWithoutPointsAreLeftOut() {
    Rows rows = new Rows().accuracy("knn", "e", 0.6);
    rows.curves.add(point("knn", "lambda", 0, 0.6, Double.NaN));

    assertThat(charts(rows)).isEmpty();
    assertThat(charts(new Rows().accuracy("knn", "e", 0.6))).isEmpty();
  }

  @Test
  void onlyTheBestRoutersHaveAColourAndTheOthersAreCounted() {
    Rows rows = new Rows();
    for (int i = 0; i < 9; i++) {
      rows.accuracy("router-" + i, "e", 0.5 + i / 100.0);
      rows.curves.addAll(budgets("router-" + i, 0.5, 0.5 + i / 100.0).curves);
    }
    CurveChart chart = charts(rows).get(0);

    assertThat(chart.others()).isEqualTo(3);
    CurveChart.Series top = chart.series().get(8);
    assertThat(top.label()).isEqualTo("router-8");
    assertThat(top.style()).isEqualTo("s0");
    assertThat(chart.series().get(0).style()).isEqualTo("other");
    assertThat(chart.series().get(0).band()).isEmpty();
  }

  @Test
  void anotherEncodersCurvesAreNotDrawn() {
    Rows rows = new Rows().accuracy("knn", "e", 0.6);
    rows.curves.add(new CurvePoint("bench", "another", "knn", "budget", 1, 0.5, 0.4, 0.6, 1));

    assertThat(charts(rows)).isEmpty();
  }

  private static Rows budgets(String router, double first, double second) {
    Rows rows = new Rows().accuracy(router, "e", second);
    rows.curves.add(point(router, "budget", 1, first, 1));
    rows.curves.add(point(router, "budget", 2, second, 2));
    return rows;
  }

  private static CurvePoint point(String router, String curve, double x, double y, double cost) {
    return new CurvePoint("bench", "e", router, curve, x, y, y - 0.01, y + 0.01, cost);
  }

  private static List<CurveChart> charts(Rows rows) {
    return CurveChart.of(rows.table(), rows.curves, "c");
  }
}
