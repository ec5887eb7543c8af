package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatexTableTest {

  @Test
  void everySpecialCharacterIsEscaped() {
    assertThat(LatexTable.escape("a_b%c&d$e#f{g}h^i~j\\k<l>m|n[o]"))
        .isEqualTo(
            "a\\_b\\%c\\&d\\$e\\#f\\{g\\}h\\textasciicircum{}i\\textasciitilde{}j"
                + "\\textbackslash{}k\\textless{}l\\textgreater{}m\\textbar{}n{[}o{]}");
    assertThat(LatexTable.escape("λ ± ≈ ∞ – …"))
        .isEqualTo("$\\lambda$ $\\pm$ $\\approx$ $\\infty$ -- \\dots{}");
    assertThat(LatexTable.escape("two\nlines")).isEqualTo("two lines");
  }

  @Test
  void marksMinusSignsAndPowersAreSetAsMathematics() {
    assertThat(row(new Cell("71.2", "± 0.9", true, false))).isEqualTo("\\textbf{71.2} $\\pm$ 0.9");
    assertThat(row(new Cell("70.9", "± 0.9", false, true)))
        .isEqualTo("70.9$^{\\approx}$ $\\pm$ 0.9");
    assertThat(row(new Cell("-4.3", "[-10.3, 2.7]", false, false)))
        .isEqualTo("$-$4.3 {[}$-$10.3, 2.7{]}");
    assertThat(row(Cell.of("1.20e-5"))).isEqualTo("1.20$\\cdot10^{-5}$");
    assertThat(row(Cell.of("utility-0.5"))).isEqualTo("utility-0.5");
  }

  @Test
  void wideTablesAreCutIntoEvenPartsWithTheFirstColumnAgain() {
    List<String> headers = List.of("1", "2", "3", "4", "5", "6", "7", "8");
    List<Cell> cells = headers.stream().map(Cell::of).toList();
    Grid grid =
        new Grid("x", "T", "C", "R", headers, List.of(new Grid.Row("r", 0, cells)), List.of());
    List<LatexTable> parts = LatexTable.of(grid);

    assertThat(parts).extracting(LatexTable::columns).containsExactly("lrrrr", "lrrrr");
    assertThat(parts).extracting(LatexTable::label).containsExactly("x-1", "x-2");
    assertThat(parts.get(1).groups()).containsExactly(List.of(List.of("r", "5", "6", "7", "8")));
  }

  private static String row(Cell cell) {
    List<Grid.Row> rows = List.of(new Grid.Row("r", 0, List.of(cell)));
    Grid grid = new Grid("x", "T", "C", "R", List.of("h"), rows, List.of());
    return LatexTable.of(grid).get(0).groups().get(0).get(0).get(1);
  }
}
