package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.BadDataException;

class ComparisonTableTest {

  @Test
  void routersStandByFallingAccuracyBetweenFloorAndCeiling() {
    ComparisonTable table =
        new Rows()
            .accuracy("worse", "e", 0.61)
            .accuracy("best", "e", 0.7)
            .accuracy("b-equal", "e", 0.65)
            .accuracy("a-equal", "e", 0.65)
            .accuracy("undefined", "e", Double.NaN)
            .references()
            .table();

    assertThat(table.lines())
        .extracting(Line::title)
        .containsExactly(
            "Random",
            "Best Single (train)",
            "best",
            "a-equal",
            "b-equal",
            "worse",
            "undefined",
            "Dataset Oracle",
            "Oracle");
  }

  @Test
  void theFourReferencesAreShownEvenIfNotMeasured() {
    ComparisonTable table = new Rows().accuracy("knn", "e", 0.7).table();

    assertThat(table.lines())
        .extracting(Line::title)
        .containsExactly("Random", "Best Single (train)", "knn", "Dataset Oracle", "Oracle");
    assertThat(table.lines().get(0).figures()).containsExactly(Figure.NONE);
  }

  @Test
  void referencesAppearUnderEveryEncoder() {
    Rows rows = new Rows().references();
    rows.accuracy("knn", "e1", 0.7).accuracy("knn", "e2", 0.8).accuracy("mlp", "e2", 0.6);
    List<ComparisonTable> tables = ComparisonTable.of(rows.folder());

    assertThat(tables).extracting(ComparisonTable::encoder).containsExactly("e1", "e2");
    assertThat(tables).allSatisfy(t -> assertThat(t.lines().get(0).title()).isEqualTo("Random"));
    assertThat(tables.get(0).routers()).extracting(Line::router).containsExactly("knn");
    assertThat(tables.get(1).routers()).extracting(Line::router).containsExactly("knn", "mlp");
  }

  @Test
  void withoutCostsThereAreNoCostColumns() {
    ComparisonGrids grids = new Rows().references().accuracy("knn", "e", 0.7).grids();

    assertThat(grids.table().columns()).containsExactly(Column.ACCURACY);
    assertThat(grids.byFamily()).extracting(Grid::title).containsExactly("Accuracy");
  }

  @Test
  void columnsStandInTheOrderOfTheTablesWhateverTheOrderOfTheFile() {
    Rows rows = new Rows();
    for (String metric :
        List.of(
            "qnc",
            "utility-0.2",
            "utility-0.2-calibrated",
            "qnc-calibrated",
            "mean-cost",
            "gap-closed",
            "novel-metric")) {
      rows.add("knn", "e", metric, 0.5);
    }
    rows.add("easy", "knn", "e", "accuracy", 0.8, 700);
    rows.add("hard", "knn", "e", "accuracy", 0.2, 200);
    rows.add("unsolvable", "knn", "e", "accuracy", 0, 100);
    rows.add("knn", "e", "selection-share/gpt", 0.3).accuracy("knn", "e", 0.6);

    assertThat(rows.table().columns())
        .extracting(Column::header)
        .containsExactly(
            "Accuracy",
            "Gap closed",
            "Hard",
            "Easy",
            "Mean cost",
            "U(0.2)",
            "QNC",
            "Novel metric",
            "U(0.2), calibrated",
            "QNC, calibrated");
  }

  @Test
  void theComparedBestIsBestAndTheInseparableAreMarked() {
    Rows rows = new Rows().references().accuracy("a", "e", 0.7).accuracy("b", "e", 0.7);
    rows.accuracy("c", "e", 0.6);
    rows.comparisons.add(compared("a", false));
    rows.comparisons.add(compared("b", false));
    rows.comparisons.add(compared("c", true));
    rows.comparisons.add(compared("best-single", false));
    rows.comparisons.add(compared("oracle", false));
    ComparisonTable table = rows.table();

    assertThat(table.best(Column.ACCURACY)).containsExactly("b");
    assertThat(table.inseparable(Column.ACCURACY)).containsExactlyInAnyOrder("a", "best-single");
  }

  @Test
  void aRouterWithHindsightStandsWithTheOraclesAndDoesNotCompete() {
    Rows rows = new Rows().references().accuracy("a", "e", 0.7).accuracy("b", "e", 0.8);
    rows.comparisons.add(
        new ComparisonRow("bench", "e", "accuracy", "b", "a", 0.1, 0, 0, false, false));
    ComparisonTable table = rows.table();

    assertThat(table.routers()).extracting(Line::title).containsExactly("a");
    assertThat(table.lines()).extracting(Line::title).endsWith("Oracle", "b (hindsight)");
    assertThat(table.inseparable(Column.ACCURACY)).isEmpty();
  }

  @Test
  void withoutAComparisonEqualValuesAreBestTogetherAndOraclesDoNotCompete() {
    ComparisonTable table =
        new Rows().references().accuracy("a", "e", 0.6).accuracy("b", "e", 0.5).table();

    assertThat(table.best(Column.ACCURACY)).containsExactlyInAnyOrder("a", "best-single");
    assertThat(table.inseparable(Column.ACCURACY)).isEmpty();
  }

  @Test
  void theMeanOverSeedsIsShownAndMustBeThere() {
    Rows rows = new Rows();
    rows.results.add(seed("1", 0.5));
    assertThat(figure(rows).value()).isEqualTo(0.5);

    rows.results.add(seed("2", 0.7));
    assertThatThrownBy(rows::table)
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("seed 'all'")
        .hasMessageContaining("knn");

    rows.results.add(seed("all", 0.6));
    assertThat(figure(rows).value()).isEqualTo(0.6);
    assertThat(rows.table().measurements().seeds()).isEqualTo(2);
  }

  @Test
  void validationIsNotReported() {
    Rows rows = new Rows().accuracy("knn", "e", 0.7);
    rows.results.add(
        new ResultRow("bench", "validation", "all", "knn", "e", "all", "accuracy", .9, .8, 1, 9));

    assertThat(figure(rows).value()).isEqualTo(0.7);
  }

  private static Figure figure(Rows rows) {
    ComparisonTable table = rows.table();
    return table.figure(table.routers().get(0), Column.ACCURACY);
  }

  private static ResultRow seed(String seed, double value) {
    return new ResultRow(
        "bench", "test", "all", "knn", "e", seed, "accuracy", value, value, value, 10);
  }

  private static ComparisonRow compared(String router, boolean separable) {
    return new ComparisonRow("bench", "e", "accuracy", router, "b", 0, 0, 0, separable, true);
  }
}
