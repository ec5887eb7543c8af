package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;

class VerifierTest {

  @TempDir private Path folder;

  private Path results;

  @BeforeEach
  void runAnExperiment() throws IOException {
    results = folder.resolve("small");
    String text =
        """
        name: small
        dataset: synthetic
        limit: 200
        encoders: [hashing]
        resamples: 100
        routers: [utterance, {use: knn, grid: {k: [3, 9]}}]
        tables: [groups, configurations]
        """;
    Runner.run(
        ShippedExperiments.parse("small.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
  }

  private Verifier.Verdict verify() throws IOException {
    return Verifier.verify(results, folder, Progress.NONE);
  }

  private Path aCellFile(String name) throws IOException {
    try (Stream<Path> files = Files.walk(results.resolve("cells"))) {
      return files.filter(file -> file.endsWith(name)).sorted().findFirst().orElseThrow();
    }
  }

  private static void replaceLastDigit(Path file) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(file));
    int at = text.length() - 1;
    while (!Character.isDigit(text.charAt(at))) {
      at--;
    }
    text.setCharAt(at, text.charAt(at) == '7' ? '8' : '7');
    Files.writeString(file, text);
  }

  @Test
  void whatARunWroteIsRecomputedAndEqual() throws IOException {
    Verifier.Verdict verdict = verify();
    assertThat(verdict.isEqual()).as(verdict.text()).isTrue();
    assertThat(verdict.text()).contains("every number was recomputed and is equal");
  }

  @Test
  void oneChangedDigitOfAStoredPredictionFails() throws IOException {
    Path file = aCellFile("test.csv");
    replaceLastDigit(file);
    assertThat(verify().isEqual()).isFalse();
    assertThat(verify().text()).contains("DIFFERS").contains(file.toString());
  }

  @Test
  void aChangedDescriptionOfACellFails() throws IOException {
    Path file = aCellFile("cell.json");
    Files.writeString(file, Files.readString(file).replace("\"seed\" : 42", "\"seed\" : 43"));
    assertThat(verify().isEqual()).isFalse();
  }

  @Test
  void aChangedMeaningOfPredictionsFails() throws IOException {
    Path file = aCellFile("cell.json");
    String before = Files.readString(file);
    String kind = before.contains("\"PROBABILITY\"") ? "PROBABILITY" : "SIMILARITY";
    for (String changed :
        new String[] {
          before.replace("\"scores\" : \"" + kind + "\"", "\"scores\" : \"RANK\""),
          before.replaceFirst("\\{", "{\"hindsight\": false,"),
          before.replaceFirst("\\{", "{\"predictsCosts\": true,")
        }) {
      assertThat(changed).isNotEqualTo(before);
      Files.writeString(file, changed);
      assertThat(verify().isEqual()).as(changed).isFalse();
      assertThat(verify().text()).contains(file.toString(), "what the predictions are");
    }
  }

  @Test
  void aChangedNumberOrTableFailsAndNamesItsLine() throws IOException {
    for (String name : new String[] {"results.csv", "comparisons.csv", "curves.csv", "table.md"}) {
      Path file = results.resolve(name);
      String before = Files.readString(file);
      replaceLastDigit(file);
      Verifier.Verdict verdict = verify();
      assertThat(verdict.isEqual()).as(name).isFalse();
      assertThat(verdict.text()).contains(file + ", line ");
      Files.writeString(file, before);
    }
  }

  @Test
  void aChangedFigureIsNotTakenForARecomputedOneOfOtherFiles() throws IOException {
    Path file = results.resolve("results.csv");
    String before = Files.readString(file);
    String line =
        before
            .lines()
            .filter(each -> each.contains(",all,knn,hashing,all,accuracy,"))
            .findFirst()
            .orElseThrow();
    String changed = line.replaceFirst("accuracy,[^,]+,[^,]+,", "accuracy,0.987654,0.1,");
    Files.writeString(file, before.replace(line, changed));
    Verifier.Verdict verdict = verify();
    assertThat(verdict.isEqual()).isFalse();
    assertThat(verdict.text().lines().filter(each -> each.startsWith("DIFFERS")))
        .singleElement()
        .asString()
        .contains(file + ", line ", "stored " + changed, "recomputed " + line);
    assertThat(verdict.text())
        .containsPattern("analyses.json +[\\d,]+ lines recomputed, all equal");
    // The choice among configurations is made anew, too.
    Path choices = results.resolve("configurations.csv");
    String chosen = Files.readString(choices);
    Files.writeString(
        choices, chosen.replace("true", "@").replace("false", "true").replace("@", "false"));
    assertThat(verify().text())
        .contains("configurations.csv, line ")
        .containsPattern("analyses.json +[\\d,]+ lines recomputed, all equal");
  }

  @Test
  void missingAnalysesFail() throws IOException {
    Files.delete(results.resolve("analyses.json"));
    assertThat(verify().text()).contains("analyses.json: no such file");
  }

  @Test
  void aMissingFileFails() throws IOException {
    Files.delete(results.resolve("selection.csv"));
    assertThat(verify().text()).contains("selection.csv: no such file");
  }

  @Test
  void anotherFolderIsNotAResultsFolder() {
    assertThatThrownBy(() -> Verifier.verify(folder, folder, Progress.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a results folder with config.yaml");
  }

  @Test
  void aFolderMayBeRenamed() throws IOException {
    results = Files.move(results, folder.resolve("another-name"));
    assertThat(verify().isEqual()).as(verify().text()).isTrue();
  }
}
