package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void nothingInALabelCanEndACellOrStartMarkup() {
    assertThat(MarkdownTable.escape("a|b*c_d`e<f>&g\nh"))
        .isEqualTo("a\\|b\\*c\\_d\\`e&lt;f>&amp;g h");
  }

  @Test
  void theBestIsBoldAndTheTiedAreMarked() {
    Grid grid =
        new Grid(
            "x",
            "Title",
            "Caption.",
            "Router",
            List.of("Accuracy"),
            List.of(
                new Grid.Row("knn", 0, List.of(new Cell("71.2", "± 0.9", true, false))),
                new Grid.Row("mlp", 0, List.of(new Cell("70.9", "± 0.9", false, true))),
                new Grid.Row("svm", 0, List.of(Cell.of(Cell.MISSING)))),
            List.of("A note."));

    assertThat(MarkdownTable.render(grid, 2))
        .isEqualTo(
            """
            ## Title

            Caption.

            | Router | Accuracy |
            |---|---:|
            | knn | **71.2** ± 0.9 |
            | mlp | 70.9 ≈ ± 0.9 |
            | svm | – |

            - A note.

            """);
  }
}
