package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;

/** Two-stage selection on a small synthetic experiment. */
class TwoStageTest {

  private static final String EXPERIMENT =
      """
      name: staged
      dataset: synthetic
      limit: 300
      encoders: [hashing]
      seeds: [1, 2, 3]
      resamples: 100
      select: {metric: accuracy, stages: 2, keep: 2}
      routers:
        - utterance
        - {use: knn, grid: {k: [3, 9, 27]}}
        - use: mlp
          with: {training: {epochs: 2}}
          grid: [{hidden: [[4], [8]]}, {hidden: [[]], dropout: [0.0]}]
      """;

  @TempDir private Path folder;

  private Runner.Summary run(String text, Path results, int threads) throws IOException {
    return Runner.run(
        ShippedExperiments.parse("staged.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), threads),
        Progress.NONE);
  }

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

  /** The seeds of every configuration's trainings. */
  private static Map<String, List<Long>> seeds(Path results) throws IOException {
    return CellsCsv.read(results.resolve("cells.csv")).stream()
        .collect(
            Collectors.groupingBy(
                Cell::configuration, Collectors.mapping(Cell::seed, Collectors.toList())));
  }

  @Test
  void onlyTheBestOfTheFirstSeedAreTrainedWithTheOthers() throws IOException {
    Path results = folder.resolve("a");
    run(EXPERIMENT, results, 2);
    Map<String, List<Long>> seeds = seeds(results);
    assertThat(
            seeds.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("mlp"))
                .map(Map.Entry::getValue))
        .containsExactlyInAnyOrder(List.of(1L), List.of(1L, 2L, 3L), List.of(1L, 2L, 3L));
  }

  @Test
  void whatDoesNotDependOnTheSeedIsTrainedTwiceAndCountsOnce() throws IOException {
    Path results = folder.resolve("a");
    run(EXPERIMENT, results, 2);
    Map<String, List<Long>> seeds = seeds(results);
    assertThat(seeds.get("utterance")).containsExactly(1L, 2L);
    assertThat(
            seeds.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("knn"))
                .map(Map.Entry::getValue))
        .containsExactlyInAnyOrder(List.of(1L), List.of(1L, 2L), List.of(1L, 2L));
    String csv = Files.readString(results.resolve("results.csv"));
    assertThat(csv)
        .contains(",utterance,hashing,all,accuracy,")
        .doesNotContain(",utterance,hashing,1,accuracy,")
        .contains(",mlp,hashing,3,accuracy,");
    assertThat(Files.readString(results.resolve("configurations.csv")))
        .startsWith("encoder,router,configuration,scores,validation,chosen,seeds,seedless\n");
  }

  @Test
  void theChoiceIsTheBestMeanOverAllSeedsAmongTheFinalists() throws IOException {
    Path results = folder.resolve("a");
    run(EXPERIMENT, results, 2);
    List<String[]> mlp =
        Files.readAllLines(results.resolve("configurations.csv")).stream()
            .filter(line -> line.contains(",mlp,"))
            .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(","))
            .toList();
    double best =
        mlp.stream()
            .filter(cells -> cells[6].equals("3"))
            .mapToDouble(cells -> Double.parseDouble(cells[4]))
            .max()
            .orElseThrow();
    assertThat(mlp.stream().filter(cells -> cells[5].equals("true")))
        .singleElement()
        .satisfies(
            cells -> {
              assertThat(cells[6]).isEqualTo("3");
              assertThat(Double.parseDouble(cells[4])).isEqualTo(best);
            });
  }

  @Test
  void threadsAndInterruptionsChangeNoByteAndNothingIsTrainedTwice() throws IOException {
    Path serial = folder.resolve("a");
    Path parallel = folder.resolve("b");
    int trained = run(EXPERIMENT, serial, 1).trained();
    run(EXPERIMENT, parallel, 4);
    SortedMap<String, String> before = contents(serial);
    assertThat(contents(parallel)).isEqualTo(before);
    assertThat(trained).isEqualTo(CellsCsv.read(serial.resolve("cells.csv")).size());
    assertThat(run(EXPERIMENT, serial, 2).trained()).isZero();
    assertThat(contents(serial)).isEqualTo(before);
    List<Cell> cells = CellsCsv.read(serial.resolve("cells.csv"));
    for (Cell lost : List.of(cells.get(0), cells.get(3), cells.get(cells.size() - 1))) {
      try (Stream<Path> files = Files.list(serial.resolve("cells").resolve(lost.key()))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(serial.resolve("cells").resolve(lost.key()));
    }
    Files.delete(serial.resolve("provenance.json"));
    assertThat(run(EXPERIMENT, serial, 2).trained()).isEqualTo(3);
    assertThat(contents(serial)).isEqualTo(before);
  }

  @Test
  void theChoiceIsVerified() throws IOException {
    Path results = folder.resolve("a");
    run(EXPERIMENT + "holdOuts: [law]\n", results, 2);
    assertThat(Verifier.verify(results, folder, Progress.NONE).isEqual()).isTrue();
    Path cells = results.resolve("cells.csv");
    List<String> lines = Files.readAllLines(cells);
    String last = lines.stream().filter(line -> line.contains(",3,,")).findFirst().orElseThrow();
    Files.writeString(
        cells,
        lines.stream()
            .filter(line -> !line.equals(last))
            .collect(Collectors.joining("\n", "", "\n")));
    Verifier.Verdict verdict = Verifier.verify(results, folder, Progress.NONE);
    assertThat(verdict.isEqual()).isFalse();
    assertThat(verdict.text()).contains("trainings with the seeds [1, 2, 3]");
  }

  @Test
  void withKeepAsLargeAsTheGridEveryFigureOnValidationIsThatOfOneStage() throws IOException {
    run(EXPERIMENT.replace("keep: 2", "keep: 9"), folder.resolve("a"), 2);
    run(EXPERIMENT.replace(", stages: 2, keep: 2", ""), folder.resolve("b"), 2);
    assertThat(validation(folder.resolve("a"))).isEqualTo(validation(folder.resolve("b")));
  }

  /** The figures of all configurations, without what tells which was chosen. */
  private static List<String> validation(Path results) throws IOException {
    return Files.readAllLines(results.resolve("configurations.csv")).stream()
        .map(line -> line.replaceAll(",(true|false|chosen).*", ""))
        .toList();
  }

  @Test
  void thePlanCountsBothStages() {
    Plan plan = Plan.of(ShippedExperiments.parse("staged.yaml", EXPERIMENT));
    assertThat(plan).isEqualTo(new Plan(7, 7, (1 + 2 + 2) * 2, 0));
    assertThat(plan.text())
        .isEqualTo(
            "7 configurations: 7 trainings planned, then at most 10 more; finished ones are kept");
  }

  @Test
  void aSettingThatHasNoMeaningIsRefused() {
    assertThatThrownBy(() -> parse("select: {keep: 3}"))
        .hasMessageContaining("select.keep needs select.stages: 2 but is 3");
    assertThatThrownBy(() -> parse("select: {stages: 3}"))
        .hasMessageContaining("select.stages must be in [1, 2] but is 3");
    assertThatThrownBy(() -> parse("select: {stages: 2, keep: 0}"))
        .hasMessageContaining("select.keep must be > 0 but is 0");
    assertThat(parse("select: {stages: 2}").select().keep()).isEqualTo(5);
    assertThat(parse("select: {stages: 1}").select()).isEqualTo(parse("").select());
    assertThat(ShippedExperiments.toYaml(parse(""))).doesNotContain("stages", "keep");
  }

  private static ExperimentConfig parse(String line) {
    return ShippedExperiments.parse(
        "t.yaml", "name: t\ndataset: synthetic\nrouters: [knn]\n" + line + "\n");
  }
}
