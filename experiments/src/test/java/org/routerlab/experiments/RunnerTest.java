package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;

class RunnerTest {

  private static final String EXPERIMENT =
      """
      name: small
      dataset: synthetic
      limit: 300
      encoders: [hashing]
      seeds: [1, 2]
      resamples: 200
      holdOuts: [law]
      routers:
        - utterance
        - {use: knn, grid: {k: [3, 9]}}
        - {use: mlp, with: {hidden: [8], training: {epochs: 3}}}
      """;

  @TempDir private Path folder;

  private Path results(String name) {
    return folder.resolve(name);
  }

  private Runner.Summary run(String text, Path results, int threads) throws IOException {
    return Runner.run(
        ShippedExperiments.parse("small.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), threads),
        Progress.NONE);
  }

  /** Every file's text by its path, timings apart. */
  private static SortedMap<String, String> contents(Path results) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals("timing.json")) {
          contents.put(results.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }

  private static List<Path> cells(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results.resolve("cells"))) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  @Test
  void twoRunsDoNotWriteOneFolderAtOnce() throws IOException {
    Files.createDirectories(results("a"));
    ExperimentConfig config = ShippedExperiments.parse("small.yaml", EXPERIMENT);
    try (FileChannel other = new ResultsWriter(results("a"), config).lock()) {
      assertThat(other.isOpen()).isTrue();
      assertThatThrownBy(() -> run(EXPERIMENT, results("a"), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("name another folder with --out");
    }
    assertThat(run(EXPERIMENT, results("a"), 1).trained()).isPositive();
  }

  @Test
  void aSecondRunTrainsNothingAndChangesNoFile() throws IOException {
    Runner.Summary first = run(EXPERIMENT, results("a"), 2);
    SortedMap<String, String> before = contents(results("a"));
    Runner.Summary second = run(EXPERIMENT, results("a"), 2);
    assertThat(first.trained()).isEqualTo(4 * 2 + 3 * 2);
    assertThat(second.trained()).isZero();
    assertThat(contents(results("a"))).isEqualTo(before);
  }

  @Test
  void theNumberOfThreadsChangesNoByte() throws IOException {
    run(EXPERIMENT, results("same"), 1);
    SortedMap<String, String> serial = contents(results("same"));
    delete(results("same"));
    run(EXPERIMENT, results("same"), 4);
    assertThat(contents(results("same"))).isEqualTo(serial);
  }

  @Test
  void whatIsMissingAfterAKillIsTrainedAgainToTheSameBytes() throws IOException {
    run(EXPERIMENT, results("a"), 2);
    SortedMap<String, String> before = contents(results("a"));
    delete(cells(results("a")).get(0));
    delete(cells(results("a")).get(3));
    Files.delete(results("a").resolve("provenance.json"));
    Files.delete(results("a").resolve("results.csv"));
    Files.createDirectory(results("a").resolve("cells/.tmp-left-over"));
    assertThat(run(EXPERIMENT, results("a"), 2).trained()).isEqualTo(2);
    assertThat(contents(results("a"))).isEqualTo(before);
    assertThat(results("a").resolve("cells/.tmp-left-over")).doesNotExist();
  }

  @Test
  void anotherHyperParameterIsAnotherCell() throws IOException {
    run(EXPERIMENT, results("a"), 2);
    String changed = EXPERIMENT.replace("k: [3, 9]", "k: [3, 11]");
    assertThat(run(changed, results("a"), 2).trained()).isBetween(2, 4);
  }

  @Test
  void everyMeasuredGroupOfATagIsReported() throws IOException {
    String text =
        EXPERIMENT.replace("dataset: synthetic", "dataset: a2b-mini\nsubsets: [language]");
    run(text.replace("holdOuts: [law]", "holdOuts: [general-chat]"), results("a"), 2);
    String csv = Files.readString(results("a").resolve("results.csv"));
    assertThat(csv)
        .contains("a2b-mini,test,tag:language=de,knn,hashing,all,accuracy,")
        .contains("a2b-mini,test,dataset:general-chat,knn,hashing,all,hold-out-change,")
        .contains("a2b-mini,test,all,knn,hashing,2,accuracy,");
  }

  @Test
  void aFigureOutsideItsToleranceIsReportedEitherWay() throws IOException {
    String low = EXPERIMENT + "expect: [{router: oracle, metric: accuracy, value: 0.1}]\n";
    String high = EXPERIMENT + "expect: [{router: oracle, metric: accuracy, value: 1.5}]\n";
    String wide =
        EXPERIMENT + "expect: [{router: oracle, metric: accuracy, value: 0.9, tolerance: 0.9}]\n";
    assertThat(run(low, results("a"), 2).isAsExpected()).isFalse();
    assertThat(run(high, results("a"), 2).isAsExpected()).isFalse();
    assertThat(run(wide, results("a"), 2).isAsExpected()).isTrue();
  }

  @Test
  void anExpectationOfAnUnknownRouterNamesTheKnownOnes() {
    String text = EXPERIMENT + "expect: [{router: knnn, metric: accuracy, value: 0.1}]\n";
    assertThatThrownBy(() -> run(text, results("a"), 2))
        .hasMessageContaining("unknown router in expect 'knnn'; did you mean 'knn'?");
  }

  @Test
  void aTrainingThatFailsDoesNotLoseTheOthers() throws IOException {
    String text =
        EXPERIMENT + "  - {use: utterance, label: lost, with: {models: {general-chat: nobody}}}\n";
    assertThatThrownBy(() -> run(text, results("a"), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lost (seed 1)")
        .hasMessageContaining("the others are kept");
    assertThat(run(EXPERIMENT, results("a"), 2).trained()).isEqualTo(3 * 2);
  }

  @Test
  void whereEveryTrainingFailsNoneIsSaidToBeKept() {
    String text =
        EXPERIMENT.replaceAll("(?s)routers:.*", "routers:\n")
            + "  - {use: utterance, label: lost, with: {models: {general-chat: nobody}}}\n";
    assertThatThrownBy(() -> run(text, results("a"), 2))
        .hasMessageEndingWith(": all 2 trainings failed (lost (seed 1), lost (seed 2))");
  }

  @Test
  void aGridThatNoCompleteValidationQueryCouldChooseFromIsToldLoudly() throws IOException {
    Path table = Files.createDirectory(folder.resolve("sparse"));
    StringBuilder queries = new StringBuilder();
    StringBuilder scores = new StringBuilder("id,a,b\n");
    for (int i = 0; i < 30; i++) {
      String part = i < 20 ? "train" : i < 25 ? "validation" : "test";
      queries.append(
          String.format("{\"id\":\"q%d\",\"split\":\"%s\",\"prompt\":\"p%d\"}%n", i, part, i));
      scores.append("q" + i + "," + i % 2 + "," + (part.equals("validation") ? "" : i % 3 / 2));
      scores.append('\n');
    }
    Files.writeString(table.resolve("queries.jsonl"), queries);
    Files.writeString(table.resolve("scores.csv"), scores);
    String text =
        """
        name: sparse
        dataset: sparse
        encoders: [hashing]
        resamples: 100
        split: {kind: given, train: 0.6, validation: 0.1, test: 0.3}
        routers: [{use: knn, with: {k: 7}}, {use: knn, label: swept, grid: {k: [3, 9]}}]
        """;
    Runner.Summary summary = run(text, results("a"), 2);
    assertThat(summary.text().lines().filter(line -> line.startsWith("WARNING")))
        .containsExactly(
            "WARNING: NOT chosen on validation (hashing): swept{k=3} is the first of its grid; no"
                + " configuration has a figure of accuracy, as 0 of 5 validation queries have the"
                + " outcomes of all models");
    assertThat(Files.readString(results("a").resolve("configurations.csv")))
        .contains("swept{k=3},PROBABILITY,NaN,true")
        .contains("swept{k=9},PROBABILITY,NaN,false");
    assertThat(run(EXPERIMENT, results("b"), 2).text()).doesNotContain("WARNING: NOT chosen");
  }

  @Test
  void aGridWithoutValidationQueriesIsRefused() {
    String text = EXPERIMENT + "split: {train: 0.7, validation: 0, test: 0.3}\n";
    assertThatThrownBy(() -> run(text, results("a"), 2))
        .hasMessageContaining("a grid needs validation queries to choose on");
  }

  @Test
  void aLabelOfAReferenceIsRefused() {
    String text = EXPERIMENT + "  - best-single\n";
    assertThatThrownBy(() -> run(text, results("a"), 2))
        .hasMessageContaining("'best-single' is a reference that stands in every table");
  }

  @Test
  void aPoolOfOneIsNothingToRoute() throws IOException {
    Path table = Files.createDirectory(folder.resolve("lonely"));
    Files.writeString(
        table.resolve("queries.jsonl"),
        "{\"id\":\"a\",\"dataset\":\"d\",\"prompt\":\"p\"}\n"
            + "{\"id\":\"b\",\"dataset\":\"d\",\"prompt\":\"q\"}\n");
    Files.writeString(table.resolve("scores.csv"), "id,only\na,1\nb,0\n");
    assertThatThrownBy(
            () -> run(EXPERIMENT.replace("dataset: synthetic", "dataset: lonely"), results("a"), 2))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("nothing to route");
  }

  @Test
  void aResultsFolderThatCannotBeWrittenFailsBeforeTraining() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> run(EXPERIMENT, file.resolve("below"), 2))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFolderThatIsReadOnlyFailsBeforeTraining() throws IOException {
    Path locked = Files.createDirectory(results("locked"));
    assumeThat(locked.toFile().setWritable(false) && !Files.isWritable(locked))
        .as("this user can write everywhere")
        .isTrue();
    assertThatThrownBy(() -> run(EXPERIMENT, locked, 2)).isInstanceOf(IOException.class);
  }
}
