package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTest {

  private static final String LONG = "mlp{hidden=1024,layers=3,dropout=0.25,epochs=";

  @Test
  void numbersStandUnderOneAnother() {
    assertThat(TerminalTable.render(grid("knn", "long-name"), 80))
        .isEqualTo(
            """
            Caption.

            Router         Accuracy  Cost
            ─────────────────────────────
            knn        *71.2 ±  0.9  12.0
            ─────────────────────────────
            long-name   ≈9.9 ± 10.5   1.5
            ─────────────────────────────
            *: best.
            """);
  }

  @Test
  void columnsThatDoNotFitFollowBelowWithTheFirstColumnAgain() {
    String text = TerminalTable.render(grid("knn", "a-name-of-twenty-five-chars"), 44);

    assertThat(text.lines().filter(line -> line.startsWith("Router")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(44));
    assertThat(text).contains("71.2 ±  0.9", "12.0");
  }

  @Test
  void longLabelsLoseTheirMiddle() {
    String text = TerminalTable.render(grid(LONG + "5}", "knn"), 80);

    assertThat(text).contains("mlp{hidden=1024,la…ut=0.25,epochs=5}");
  }

  @Test
  void longLabelsStayWholeWhereTheyWouldLookTheSame() {
    String first = LONG.replace("layers=3", "layers=3,a") + "5}";
    String second = LONG.replace("layers=3", "layers=4,a") + "5}";
    String text = TerminalTable.render(grid(first, second), 80);

    assertThat(text).contains(first, second);
  }

  private static Grid grid(String first, String second) {
    return new Grid(
        "x",
        "Title",
        "Caption.",
        "Router",
        List.of("Accuracy", "Cost"),
        List.of(
            new Grid.Row(
                first, 0, List.of(new Cell("71.2", "± 0.9", true, false), Cell.of("12.0"))),
            new Grid.Row(
                second, 1, List.of(new Cell("9.9", "± 10.5", false, true), Cell.of("1.5")))),
        List.of("Bold: best."));
  }
}
