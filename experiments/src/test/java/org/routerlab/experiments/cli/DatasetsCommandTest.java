package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsCommandTest {

  @TempDir Path folder;

  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void clear() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @Test
  void listNamesDatasetsFormatsAndPriceLists() {
    assertThat(datasets("list")).isZero();

    assertThat(out.toString())
        .contains("a2b-mini", "routerdc", "routerlab-parquet", "openrouter-2026-07-25");
  }

  @Test
  void describePrintsWhatTheBenchmarkIsWorth() {
    assertThat(datasets("describe", "a2b-mini")).isZero();

    assertThat(out.toString())
        .contains("551", "best single", "20.1 % agents-tools", "oracle", "100.0 %", "79.9 points");
  }

  @Test
  void describePrintsJson() {
    assertThat(datasets("describe", "a2b-mini", "--json")).isZero();

    assertThat(out.toString()).contains("\"queries\" : 551", "\"bestSingle\" : \"agents-tools\"");
  }

  @Test
  void convertedTablesAreTheSameTables() {
    Path table = folder.resolve("table");
    Path parquet = folder.resolve("table.parquet");

    assertThat(datasets("convert", "a2b-mini", "--out", table.toString())).isZero();
    assertThat(datasets("convert", table.toString(), "--out", parquet.toString())).isZero();

    String original = fingerprint("a2b-mini");
    assertThat(original).isNotEmpty();
    assertThat(fingerprint(table.toString())).isEqualTo(original);
    assertThat(fingerprint(parquet.toString())).isEqualTo(original);
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Path table = Files.createDirectory(folder.resolve("table"));

    assertThat(datasets("convert", "a2b-mini", "--out", table.toString())).isEqualTo(2);

    assertThat(err.toString()).startsWith("routerlab: --out must not be there yet but ");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void badFilesLeaveNothingBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("test.json"), "[{\"question\": \"a\"");
    Path table = folder.resolve("table");

    assertThat(
            datasets("convert", file.toString(), "--format", "routerdc", "--out", table.toString()))
        .isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("test.json");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() throws IOException {
    Path steps = Files.writeString(folder.resolve("steps.yaml"), "- keepModels: [general-chat]\n");
    Path table = folder.resolve("table");

    assertThat(
            datasets("convert", "a2b-mini", "--steps", steps.toString(), "--out", table.toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("must have at least two models to choose from");
    assertThat(table).doesNotExist();
  }

  @Test
  void theEndingOfTheOutputAndItsFormMustAgree() {
    String out = folder.resolve("table.parquet").toString();

    assertThat(datasets("convert", "a2b-mini", "--to", "folder", "--out", out)).isEqualTo(2);

    assertThat(err.toString()).contains("--out must end in .parquet exactly where");
  }

  @Test
  void aStepThatFailsIsNamed() throws IOException {
    Path steps =
        Files.writeString(
            folder.resolve("steps.yaml"), "- binarise: {}\n- dropModels: [no-such]\n");

    assertThat(
            datasets(
                "convert",
                "a2b-mini",
                "--steps",
                steps.toString(),
                "--out",
                folder.resolve("x").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("steps.yaml, step 2: unknown model 'no-such'");
  }

  @Test
  void aPathIsNeverTakenForANameOfTheDataDirectory() {
    assertThat(datasets("describe", "./a2b-mini")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown benchmark './a2b-mini'");
  }

  @Test
  void aFileNeedsAFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "[]");

    assertThat(datasets("describe", file.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("is a file: say its layout with --format; known: [");
  }

  @Test
  void anUnknownFormatNamesTheNearest() {
    assertThat(datasets("describe", folder.toString(), "--format", "routerdb")).isEqualTo(2);

    assertThat(err.toString()).contains("unknown format 'routerdb'; did you mean 'routerdc'?");
  }

  @Test
  void anUnknownChoiceNamesTheKnownOnes() {
    assertThat(datasets("describe", folder.toString(), "--format", "routerdc", "--with", "shots=5"))
        .isEqualTo(2);

    assertThat(err.toString()).contains("format routerdc: unknown key 'shots'");
  }

  @Test
  void auditExitsWithOneWhereSomethingIsGrave() throws IOException {
    StringBuilder table = new StringBuilder("[");
    for (int i = 0; i < 300; i++) {
      int random = (int) ((i * 2654435761L >>> 7) & 1);
      table
          .append(i == 0 ? "" : ",")
          .append("{\"question\":\"q")
          .append(i)
          .append("\",\"scores\":{\"a\":")
          .append(random)
          .append(",\"b\":")
          .append((int) ((i * 40503L >>> 3) & 1))
          .append("}}");
    }
    Path file = Files.writeString(folder.resolve("test.json"), table.append("]"));

    assertThat(datasets("audit", file.toString(), "--format", "routerdc")).isEqualTo(1);

    assertThat(out.toString())
        .contains("GRAVE misaligned-table: the median correlation between model columns is");
  }

  @Test
  void costsByAnotherListNeedTokens() {
    assertThat(
            datasets(
                "recost",
                "a2b-mini",
                "--prices",
                "openrouter-2026-07-25",
                "--out",
                folder.resolve("x").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("need recorded tokens but a2b-mini has none");
  }

  private String fingerprint(String source) {
    clear();
    assertThat(datasets("describe", source, "--json")).isZero();
    return out.toString()
        .lines()
        .filter(line -> line.contains("\"fingerprint\""))
        .findFirst()
        .orElse("");
  }

  private int datasets(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "datasets";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.execute(new PrintWriter(out), new PrintWriter(err), all);
  }
}
