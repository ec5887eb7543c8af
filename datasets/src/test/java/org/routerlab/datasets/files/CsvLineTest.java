package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void splitsAtCommasOutsideQuotes() {
    assertThat(CsvLine.split("a,,\"b,c\",\"d \"\"e\"\"\","))
        .containsExactly("a", "", "b,c", "d \"e\"", "");
    assertThat(CsvLine.split("\"\"")).containsExactly("");
  }

  @Test
  void joinsWhatItSplits() {
    List<String> cells = List.of("plain", "", "a,b", "say \"hi\"", " x ", "\"");

    assertThat(CsvLine.split(CsvLine.join(cells))).isEqualTo(cells);
  }

  @Test
  void refusesACellOfSeveralLines() {
    assertThatThrownBy(() -> CsvLine.join(List.of("a\nb")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be of one line but one is 'a b'");
  }
}
