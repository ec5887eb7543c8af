package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Seed;

class CsvTest {

  @Test
  void anyCellsComeBackAsTheyWereWritten() {
    SplittableRandom random = new Seed(2).stream("cells");
    for (int round = 0; round < 2_000; round++) {
      List<List<String>> written = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 3; line++) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < 4; cell++) {
          cells.add(randomCell(random));
        }
        written.add(cells);
        text.append(Csv.line(cells));
      }
      assertThat(Csv.parse("x.csv", text.toString()))
          .extracting(Csv.Entry::cells)
          .isEqualTo(written);
    }
  }

  @Test
  void onlyCellsThatNeedQuotesGetThem() {
    assertThat(Csv.line(List.of("a b", "k=1,2", "say \"x\"", "two\nlines", "")))
        .isEqualTo("a b,\"k=1,2\",\"say \"\"x\"\"\",\"two\nlines\",\n");
  }

  @Test
  void linesMayEndAsOnWindowsAndTheLastNeedNotEnd() {
    assertThat(Csv.parse("x.csv", "a,b\r\nc,d"))
        .extracting(Csv.Entry::cells)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void entriesKnowTheirLineBehindAQuotedLineBreak() {
    assertThat(Csv.parse("x.csv", "\"a\nb\"\nc\n"))
        .extracting(Csv.Entry::line)
        .containsExactly(1, 3);
  }

  @Test
  void brokenQuotesAreNamedWithTheirLine() {
    assertThatThrownBy(() -> Csv.parse("x.csv", "a\n\"b"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("x.csv, line 2")
        .hasMessageContaining("closing quote");
    assertThatThrownBy(() -> Csv.parse("x.csv", "a\"b\n")).hasMessageContaining("inside a cell");
    assertThatThrownBy(() -> Csv.parse("x.csv", "\"a\"b\n")).hasMessageContaining("found 'b'");
  }

  private static String randomCell(SplittableRandom random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(",\"\n\ra é".charAt(random.nextInt(7)));
    }
    return cell.toString();
  }
}
