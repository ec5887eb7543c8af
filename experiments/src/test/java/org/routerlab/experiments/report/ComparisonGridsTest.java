package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonGridsTest {

  @Test
  void valuesAreInPercentWithHalfTheIntervalInPoints() {
    Grid grid = new Rows().references().accuracy("knn", "e", 0.7123).grids().byFamily().get(0);

    assertThat(cell(grid, "knn", 0)).isEqualTo(new Cell("71.2", "± 1.0", true, false));
    assertThat(grid.caption()).contains("all values in %", "95 % paired-bootstrap", "n = 1,000");
  }

  @Test
  void notANumberIsADashWithItsReason() {
    Rows rows = new Rows().references().accuracy("knn", "e", 0.5);
    rows.add("knn", "e", "qnc", Double.NaN);
    rows.add("hard", "knn", "e", "accuracy", Double.NaN, 0);
    Grid accuracy = rows.grids().byFamily().get(0);
    Grid cost = rows.grids().byFamily().get(1);

    assertThat(cell(accuracy, "knn", 1).value()).isEqualTo("–");
    assertThat(accuracy.notes())
        .contains(
            "– in Hard: not defined, as there are no such queries.",
            "–: nothing was recorded for this row and column.");
    assertThat(cell(cost, "knn", 0).value()).isEqualTo("–");
    assertThat(cost.notes())
        .contains(
            "– in QNC: not defined, as the curve never reaches the accuracy of the best single"
                + " model.");
  }

  @Test
  void aQualityNeverReachedMayAlsoBeInfinite() {
    Rows rows = new Rows().accuracy("knn", "e", 0.5);
    rows.add("knn", "e", "qnc", Double.POSITIVE_INFINITY);
    Grid cost = rows.grids().byFamily().get(1);

    assertThat(cell(cost, "knn", 0)).isEqualTo(new Cell("∞", "[∞, ∞]", true, false));
    assertThat(cost.notes()).anyMatch(note -> note.startsWith("∞ in QNC: "));
  }

  @Test
  void aReferenceWithoutCostsIsLeftOutOfTheCostTable() {
    Rows rows = new Rows().references().accuracy("knn", "e", 0.5);
    rows.add("knn", "e", "utility-0.5", 0.2).add("oracle", "-", "utility-0.5", 0.4);

    assertThat(rows.grids().byFamily().get(1).rows())
        .extracting(Grid.Row::title)
        .containsExactly("knn", "Oracle");
  }

  @Test
  void calibratedFiguresHaveATableOfTheirOwnInTheStyleOfTheRawOnes() {
    Rows rows = new Rows().accuracy("knn", "e", 0.5);
    rows.add("knn", "e", "qnc", 0.5).add("knn", "e", "qnc-calibrated", 0.25);
    Grid calibrated = rows.grids().byFamily().get(2);

    assertThat(calibrated.title()).isEqualTo("Accuracy against cost, predictions calibrated");
    assertThat(calibrated.headers()).containsExactly("QNC, calibrated");
    assertThat(cell(calibrated, "knn", 0).value()).isEqualTo("0.25");
    assertThat(MetricStyle.of("qnc-calibrated").higherIsBetter()).isFalse();
  }

  @Test
  void costsOfAColumnHaveTheSameDecimals() {
    Rows rows = new Rows().accuracy("a", "e", 0.6).accuracy("b", "e", 0.5);
    rows.add("a", "e", "mean-cost", 0.02).add("b", "e", "mean-cost", 0.00123);
    Grid grid = rows.grids().byFamily().get(0);

    assertThat(cell(grid, "a", 1).value()).isEqualTo("0.0200");
    assertThat(cell(grid, "b", 1).value()).isEqualTo("0.0012");
  }

  @Test
  void dataSetsAndTagsHaveTablesOfTheirOwn() {
    Rows rows = new Rows().accuracy("knn", "e", 0.5);
    rows.add("dataset:b", "knn", "e", "accuracy", 0.4, 300);
    rows.add("dataset:a=1:x", "knn", "e", "accuracy", 0.6, 1_200);
    rows.add("tag:language=en", "knn", "e", "accuracy", 0.6, 10);
    rows.add("tag:language=de", "knn", "e", "accuracy", 0.5, 20);
    rows.add("tag:level=", "knn", "e", "accuracy", 0.5, 20);

    assertThat(rows.grids().bySubset())
        .extracting(Grid::title)
        .containsExactly("Accuracy by data set", "Accuracy by language", "Accuracy by level");
    assertThat(rows.grids().bySubset().get(0).headers())
        .containsExactly("a=1:x (n = 1,200)", "b (n = 300)");
    assertThat(rows.grids().bySubset().get(1).headers())
        .containsExactly("de (n = 20)", "en (n = 10)");
  }

  @Test
  void theTerminalGetsTheColumnsThatFitAndTheNamesOfTheOthers() {
    Rows rows = new Rows().accuracy("knn", "e", 0.5);
    rows.add("knn", "e", "oracle-gap", 3).add("knn", "e", "utility-0.5", 0.2);
    ComparisonGrids grids = rows.grids();

    assertThat(grids.fitting(200).headers()).containsExactly("Accuracy", "Oracle gap", "U(0.5)");
    Grid narrow = grids.fitting(40);
    assertThat(narrow.headers()).containsExactly("Accuracy");
    assertThat(narrow.notes()).anyMatch(note -> note.endsWith(": Oracle gap, U(0.5)."));
  }

  private static Cell cell(Grid grid, String row, int column) {
    return grid.rows().stream()
        .filter(r -> r.title().equals(row))
        .findFirst()
        .orElseThrow()
        .cells()
        .get(column);
  }
}
