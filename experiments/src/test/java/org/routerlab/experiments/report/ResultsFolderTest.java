package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class ResultsFolderTest {

  private static final Path SAMPLE =
      Path.of("src/test/resources/org/routerlab/experiments/report/sample");
  private static final String HEADER =
      "benchmark,split,subset,router,encoder,seed,metric,value,ci_low,ci_high,n\n";

  @TempDir Path folder;

  @BeforeEach
  void writeTheFilesThatMustBeThere() throws IOException {
    Files.writeString(folder.resolve("config.yaml"), "name: x\n");
    Files.writeString(folder.resolve("provenance.json"), "{}");
  }

  @Test
  void whatIsWrittenReadsBackEqual() throws IOException {
    ResultsFolder sample = ResultsFolder.read(SAMPLE);
    write("results.csv", w -> ResultsCsv.write(sample.results(), w));
    write("comparisons.csv", w -> ComparisonsCsv.write(sample.comparisons(), w));
    write("curves.csv", w -> CurvesCsv.write(sample.curves(), w));
    write("selection.csv", w -> SelectionCsv.write(sample.selection(), w));
    write("expectations.csv", w -> ExpectationsCsv.write(sample.expectations(), w));
    ResultsFolder read = ResultsFolder.read(folder);

    assertThat(read.results()).isEqualTo(sample.results());
    assertThat(read.comparisons()).isEqualTo(sample.comparisons());
    assertThat(read.curves()).isEqualTo(sample.curves());
    assertThat(read.selection()).isEqualTo(sample.selection());
    assertThat(read.expectations()).isEqualTo(sample.expectations());
  }

  @Test
  void theFilesBesideTheResultsMayBeMissing() throws IOException {
    Files.writeString(
        folder.resolve("results.csv"), HEADER + "b,test,all,knn,e,all,accuracy,0.5,0.4,0.6,10\n");
    ResultsFolder read = ResultsFolder.read(folder);

    assertThat(read.comparisons()).isEmpty();
    assertThat(read.curves()).isEmpty();
    assertThat(read.results().get(0).value()).isEqualTo(0.5);
  }

  @Test
  void aWrongHeaderShowsBothHeaders() {
    refuses("benchmark,router\n", "line 1", HEADER.strip(), "benchmark,router");
  }

  @Test
  void aRowOfAnotherLengthIsNamed() {
    refuses(HEADER + "b,test,all\n", "line 2", "11 cells", "found 3");
  }

  @Test
  void aValueThatIsNoNumberIsNamedWithItsColumn() {
    refuses(row("0x1p3", "0", "1", "10"), "line 2, column value", "a number", "0x1p3");
    refuses(row(" 1", "0", "1", "10"), "column value", "' 1'");
    refuses(row("1", "0", "1", "-1"), "column n", "at least 0");
  }

  @Test
  void anIntervalUpsideDownIsRefused() {
    refuses(row("0.5", "0.6", "0.4", "10"), "column ci_low", "at most ci_high = 0.4", "0.6");
  }

  @Test
  void anUnknownSubsetIsRefused() {
    refuses(
        row("0.5", "0", "1", "10").replace(",all,knn", ",dataset/x,knn"),
        "column subset",
        "dataset:NAME",
        "dataset/x");
  }

  @Test
  void aMeasurementMadeTwiceIsRefused() {
    String row = row("0.5", "0", "1", "10");
    refuses(row + row.substring(HEADER.length()), "every measurement once", "knn");
  }

  @Test
  void aFileOfAHeaderAloneIsRefused() {
    refuses(HEADER, "at least one result");
  }

  @Test
  void provenanceThatIsNoJsonObjectIsRefused() throws IOException {
    Files.writeString(folder.resolve("results.csv"), row("0.5", "0", "1", "10"));
    for (String json : List.of("[1]", "{\"a\": 1", "{\"a\": 1, \"a\": 2}", "")) {
      Files.writeString(folder.resolve("provenance.json"), json);
      assertThatThrownBy(() -> ResultsFolder.read(folder))
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("provenance.json");
    }
  }

  @Test
  void provenanceKeepsTheOrderAndTheDigitsOfItsFile() throws IOException {
    Path file = folder.resolve("provenance.json");
    Files.writeString(
        file, "{\"b\": {\"x\": 0.10}, \"a\": [1, 2], \"c\": [{\"d\": true}], \"e\": []}");

    assertThat(Provenance.read(file).facts())
        .containsExactly(
            new Provenance.Fact("b.x", "0.10"),
            new Provenance.Fact("a", "1; 2"),
            new Provenance.Fact("c.1.d", "true"),
            new Provenance.Fact("e", "none"));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ResultsFolder.read(folder.resolve("nowhere")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("no such folder");
  }

  private interface Body {
    void to(Writer out) throws IOException;
  }

  private void write(String name, Body body) throws IOException {
    StringWriter out = new StringWriter();
    body.to(out);
    assertThat(out.toString()).as(name).isNotEmpty();
    Files.writeString(folder.resolve(name), out.toString());
  }

  private static String row(String value, String low, String high, String n) {
    return HEADER + "b,test,all,knn,e,all,accuracy," + String.join(",", value, low, high, n) + "\n";
  }

  private void refuses(String results, String... parts) {
    assertThatThrownBy(
            () -> {
              Files.writeString(folder.resolve("results.csv"), results);
              ResultsFolder.read(folder);
            })
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("results.csv")
        .satisfies(
            error -> {
              for (String part : parts) {
                assertThat(error).hasMessageContaining(part);
              }
            });
  }
}
