package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionGridTest {

  @Test
  void modelsStandByTheirMeanShareAndTheRarestAreSummedUp() {
    Rows rows = new Rows().accuracy("knn", "e", 0.6);
    for (int model = 0; model < 20; model++) {
      rows.selection.add(new SelectionShare("bench", "e", "knn", "m" + model, model / 190.0));
    }
    Grid grid = SelectionGrid.of(rows.table(), rows.selection, "s").orElseThrow();

    assertThat(grid.headers()).hasSize(13).startsWith("m19", "m18").endsWith("8 others");
    assertThat(grid.rows().get(0).cells().get(0).value()).isEqualTo("10.0");
    assertThat(grid.rows().get(0).cells().get(12).value()).isEqualTo("14.7");
  }

  @Test
  void withoutSharesThereIsNoTable() {
    Rows rows = new Rows().accuracy("knn", "e", 0.6);
    rows.selection.add(new SelectionShare("another", "e", "knn", "m", 1));

    assertThat(SelectionGrid.of(rows.table(), rows.selection, "s")).isEmpty();
  }
}
