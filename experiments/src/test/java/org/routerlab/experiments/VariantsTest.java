package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;

/** Transforms, variants and the tables of analyses, on the bundled benchmark. */
class VariantsTest {

  private static final String EXPERIMENT =
      """
      name: study
      dataset: a2b-mini
      encoders: [hashing]
      resamples: 200
      holdOuts: [general-chat]
      routers:
        - { use: knn, grid: { k: [3, 9] } }
        - k-means
      variants:
        pruned:
          - prune: { models: 3 }
        specialists:
          - specialists: { datasets: [logic-science] }
        small:
          - deduplicate: {}
          - subsample: { queries: 200 }
          - specialists: { datasets: [logic-science] }
      tables: [who-routes-the-router, groups, pools, selection, encoders, configurations]
      published:
        - beside: wrr-agreement-specialists
          title: Table 4
          source: a paper
          columns: [knn]
          rows: { overall: [-0.84], logiqa: [-20.55] }
      """;

  @TempDir private Path folder;

  private ExperimentConfig config(String text) {
    return ShippedExperiments.parse("test", text);
  }

  private Runner.Summary run(ExperimentConfig config, String name) throws IOException {
    Path cache = folder.resolve("cache");
    return Runner.run(
        config, new Runner.Options(folder, folder.resolve(name), cache, 2), Progress.NONE);
  }

  @Test
  void everyVariantHasResultsOfItsOwnAndStandsBesideTheBenchmark() throws IOException {
    Runner.Summary summary = run(config(EXPERIMENT), "r");
    assertThat(folder.resolve("r/variants/pruned/results.csv")).isRegularFile();
    List<AnalysisTable> tables = AnalysisFile.read(folder.resolve("r/analyses.json")).tables();
    Set<String> ids = tables.stream().map(AnalysisTable::id).collect(Collectors.toSet());
    assertThat(ids)
        .contains(
            "wrr-duplicates",
            "wrr-dominance",
            "wrr-specialists",
            "wrr-similarity",
            "wrr-effect-pruned-hashing",
            "wrr-effect-specialists-hashing",
            "wrr-effect-small-hashing",
            "wrr-specialists-specialists",
            "wrr-agreement-specialists-hashing",
            "wrr-hold-outs-hashing",
            "groups-hashing",
            "pools-hashing",
            "selection-all-hashing",
            "selection-hard-hashing",
            "configurations-hashing",
            "encoder-spread");
    assertThat(ids).hasSize(tables.size());
    assertThat(summary.text()).contains("Near-duplicates").contains("Routing on pruned, hashing");
    assertThat(Files.readString(folder.resolve("r/index.html"))).contains("Routing on pruned");
  }

  @Test
  void changesOnTheSameTestQueriesHaveIntervalsAndOfOthersThoseOfAgreement() throws IOException {
    run(config(EXPERIMENT), "r");
    List<AnalysisTable> tables = AnalysisFile.read(folder.resolve("r/analyses.json")).tables();
    assertThat(table(tables, "wrr-effect-pruned-hashing").rows().get(0).cells().get(2).low())
        .isNotNull();
    assertThat(table(tables, "wrr-effect-small-hashing").rows().get(0).cells().get(2).low())
        .isNull();
    for (String variant : List.of("specialists", "small")) {
      AnalysisTable agreement = table(tables, "wrr-agreement-" + variant + "-hashing");
      assertThat(agreement.rows().get(0).cells().get(0).low()).as(variant).isNotNull();
      assertThat(agreement.rows().get(1).title()).isEqualTo("logic-science");
    }
    AnalysisTable specialists = table(tables, "wrr-specialists-specialists");
    double mean = specialists.rows().get(0).cells().get(1).value();
    double best = specialists.rows().get(0).cells().get(2).value();
    // In this benchmark one model alone is right, so the mean is one in five and the best is all.
    assertThat(mean).isEqualTo(0.2);
    assertThat(best).isEqualTo(1);
  }

  @Test
  void publishedValuesStandInRowsOfTheSameNameOrBelow() throws IOException {
    run(config(EXPERIMENT), "r");
    AnalysisTable table =
        table(
            AnalysisFile.read(folder.resolve("r/analyses.json")).tables(),
            "wrr-agreement-specialists-hashing");
    assertThat(table.columns().get(2).header()).isEqualTo("publ. knn");
    assertThat(table.rows().get(0).cells().get(2).text()).isEqualTo("-0.84");
    AnalysisTable.Row last = table.rows().get(table.rows().size() - 1);
    assertThat(last.title()).isEqualTo("logiqa");
    assertThat(last.cells().get(0).value()).isNull();
  }

  @Test
  void aSecondRunChangesNothingAndVerifyRecomputesTheAnalyses() throws IOException {
    run(config(EXPERIMENT), "r");
    List<String> before = contents();
    Runner.Summary again = run(config(EXPERIMENT), "r");
    assertThat(again.trained()).isZero();
    assertThat(contents()).isEqualTo(before);
    Path results = folder.resolve("r");
    Verifier.Verdict verdict =
        Verifier.verify(results, folder, folder.resolve("cache"), Progress.NONE);
    assertThat(verdict.isEqual()).as(verdict.text()).isTrue();
    assertThat(verdict.text()).contains("analyses.json").contains("variant small");
    Path analyses = results.resolve("analyses.json");
    Files.writeString(
        analyses, Files.readString(analyses).replaceFirst("\"value\" : 0", "\"value\" : 1"));
    assertThat(Verifier.verify(results, folder, folder.resolve("cache"), Progress.NONE).isEqual())
        .isFalse();
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("r"))) {
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("timing.json"))
              .sorted()
              .toList();
      List<String> contents = new ArrayList<>();
      for (Path file : all) {
        contents.add(file + "\n" + Files.readString(file));
      }
      return contents;
    }
  }

  @Test
  void thePlanAndTheProgressTellOfVariants() throws IOException {
    ExperimentConfig config = config(EXPERIMENT + "resplits: [7]\n");
    Plan plan = Plan.of(config);
    // Three configurations on the benchmark, three variants and one further split.
    assertThat(plan).isEqualTo(new Plan(3, 3 * 5, 2, 4));
    assertThat(plan.text())
        .isEqualTo(
            "3 configurations on the benchmark and 4 variants and further splits of it:"
                + " 15 trainings planned, then at most 2 more; finished ones are kept");
    Set<String> tasks = ConcurrentHashMap.newKeySet();
    long start = System.nanoTime();
    Runner.run(
        config,
        new Runner.Options(folder, folder.resolve("r"), folder.resolve("cache"), 2),
        (task, done, total) -> tasks.add(task));
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(tasks)
        .contains(
            "training routers",
            "training routers on pruned",
            "training routers on small",
            "training routers on split-7");
    double told =
        RecordBinder.JSON
            .readTree(folder.resolve("r/timing.json").toFile())
            .path("seconds")
            .asDouble();
    // Loading, variants and analyses count.
    assertThat(told).isBetween(0.9 * seconds, seconds);
  }

  @Test
  void aTransformThatCannotBeAppliedIsFoundBeforeAnythingIsTrained() {
    String text = EXPERIMENT.replace("datasets: [logic-science]", "datasets: [astrology]");
    assertThatThrownBy(() -> run(config(text), "r"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("astrology")
        .hasMessageContaining("logic-science");
    assertThat(folder.resolve("r/cells")).doesNotExist();
  }

  @Test
  void aFolderOfAnotherExperimentIsNotWrittenOver() throws IOException {
    String text =
        EXPERIMENT
            .replaceAll("(?s)variants:.*tables:[^\n]*\n", "")
            .replaceAll("(?s)published:.*", "");
    run(config(text), "r");
    assertThatThrownBy(() -> run(config(text.replace("name: study", "name: other")), "r"))
        .hasMessageContaining("holds 'study', not 'other'")
        .hasMessageContaining("--out");
    assertThat(Files.readString(folder.resolve("r/config.yaml"))).contains("study");
  }

  @Test
  void aTransformHasOneKey() {
    assertThatThrownBy(
            () ->
                config(
                    EXPERIMENT.replace(
                        "- prune: { models: 3 }", "- { binarise: {}, prune: { models: 3 } }")))
        .hasMessageContaining("exactly one key");
    assertThatThrownBy(() -> config(EXPERIMENT.replace("prune: { models: 3 }", "prun: {}")))
        .hasMessageContaining("prun");
  }

  @Test
  void furtherMetricsAreAskedForByFamilyOrByName() throws IOException {
    String text =
        EXPERIMENT
            .replaceAll("(?s)variants:.*tables:[^\n]*\n", "metrics: [llmrouterbench, ece]\n")
            .replaceAll("(?s)published:.*", "");
    run(config(text), "r");
    String results = Files.readString(folder.resolve("r/results.csv"));
    assertThat(results).contains(",gain-random,").contains(",ece,").doesNotContain(",brier,");
    assertThatThrownBy(() -> config(text.replace("ece", "eec"))).hasMessageContaining("ece");
  }

  @Test
  void namedPairsHaveFiguresATableAndAChart() throws IOException {
    String text =
        EXPERIMENT
            .replaceAll(
                "(?s)variants:.*tables:[^\n]*\n",
                "metrics: [route-llm]\ntables: [routing-rate]\npairs: [{ weak: general-chat, strong:"
                    + " logic-science }]\n")
            .replaceAll("(?s)published:.*", "");
    run(config(text), "r");
    assertThat(Files.readString(folder.resolve("r/results.csv")))
        .contains(",apgr/general-chat->logic-science,");
    AnalysisFile file = AnalysisFile.read(folder.resolve("r/analyses.json"));
    assertThat(file.charts()).hasSize(1);
    AnalysisTable.Row optimal = table(file.tables(), "routing-rate-1-hashing").rows().get(3);
    assertThat(optimal.title()).isEqualTo("optimal");
    // One of five routes is right: the two models have a fifth each, together two fifths.
    assertThat(optimal.cells().get(3).value()).isCloseTo(0.4, offset(0.01));
    assertThatThrownBy(() -> run(config(text.replace("logic-science", "logic")), "s"))
        .hasMessageContaining("logic");
  }

  @Test
  void furtherSplitsAreRunsOfTheirOwnAndOneTableTakesTheirMeans() throws IOException {
    String text =
        EXPERIMENT
            .replaceAll(
                "(?s)variants:.*tables:[^\n]*\n",
                "resplits: [7, 8]\ntables: [splits]\nmetrics: [llmrouterbench]\n")
            .replaceAll("(?s)published:.*", "");
    run(config(text), "r");
    AnalysisTable table =
        table(AnalysisFile.read(folder.resolve("r/analyses.json")).tables(), "splits-hashing");
    double sum = 0;
    for (String part : List.of("r", "r/variants/split-7", "r/variants/split-8")) {
      sum +=
          Files.readAllLines(folder.resolve(part + "/results.csv")).stream()
              .filter(line -> line.contains(",all,knn,hashing,all,accuracy,"))
              .mapToDouble(line -> Double.parseDouble(line.split(",")[7]))
              .findFirst()
              .orElseThrow();
    }
    AnalysisTable.Row knn =
        table.rows().stream().filter(row -> row.title().equals("knn")).findFirst().orElseThrow();
    assertThat(knn.cells().get(0).value()).isCloseTo(sum / 3, offset(1e-12));
    assertThat(knn.cells().get(4).low()).isLessThan(knn.cells().get(4).value());
    assertThat(table.columns()).extracting(AnalysisTable.Heading::header).contains("Gain@R");
    assertThatThrownBy(() -> config(text.replace("[7, 8]", "[7, 42]")))
        .hasMessageContaining("resplits must not repeat the seed of the split, 42");
  }

  private static AnalysisTable table(List<AnalysisTable> tables, String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }
}
