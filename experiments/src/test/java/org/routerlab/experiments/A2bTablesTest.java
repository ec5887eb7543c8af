package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.datasets.A2bMini;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Row;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

/** The tables of {@code a2b} on the bundled prompts with an encoder that needs no model. */
class A2bTablesTest {

  private static final String EXPERIMENT =
      """
      name: routes
      dataset: a2b-mini
      encoders: [hashing]
      resamples: 200
      subsets: [language]
      tables: [a2b]
      published:
        - {beside: a2b-accuracy, title: a figure, source: a paper, columns: [average],
           rows: {hashing: [12.5], other: [50]}}
      routers:
        - {use: knn, with: {k: 5}}
        - {use: utterance, label: sixteen}
        - {use: utterance, label: one, with: {utterancesPerRoute: 1}}
      """;

  @TempDir private static Path folder;

  private static Path results;

  @BeforeAll
  static void runAnExperiment() throws IOException {
    results = folder.resolve("routes");
    Runner.run(
        ShippedExperiments.parse("routes.yaml", EXPERIMENT),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
  }

  private static AnalysisTable table(String id) throws IOException {
    return AnalysisFile.read(results.resolve("analyses.json")).tables().stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Row row(AnalysisTable table, String title) {
    return table.rows().stream().filter(row -> row.title().equals(title)).findFirst().orElseThrow();
  }

  private static int column(AnalysisTable table, String header) {
    return table.columns().stream().map(AnalysisTable.Heading::header).toList().indexOf(header);
  }

  private static ResultRow result(String router, String metric, String subset) throws IOException {
    return ResultsCsv.read(results.resolve("results.csv")).stream()
        .filter(row -> row.router().equals(router) && row.metric().equals(metric))
        .filter(row -> row.subset().equals(subset) && row.seed().equals("all"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAccuracyOfTheFirstUtteranceRouterStandsBesideThePublishedOne() throws IOException {
    AnalysisTable table = table("a2b-accuracy");
    Row row = row(table, "hashing");
    for (String route : A2bMini.ROUTES) {
      Entry cell = row.cells().get(column(table, route));
      ResultRow result = result("sixteen", "accuracy", "dataset:" + route);
      assertThat(cell.value()).isEqualTo(result.value());
      assertThat(cell.low()).isEqualTo(result.ciLow());
    }
    assertThat(row.cells().get(column(table, "All queries")).value())
        .isEqualTo(result("sixteen", "accuracy", "all").value());
    assertThat(row.cells().get(column(table, "Mean of routes")).value())
        .isEqualTo(result("sixteen", "dataset-average", "all").value());
    assertThat(row.cells().get(column(table, "publ. average")).text()).isEqualTo("12.5");
    assertThat(row(table, "other").cells().get(0).value()).isNull();
  }

  @Test
  void everyRouterHasItsAccuracyByRoute() throws IOException {
    AnalysisTable table = table("a2b-routers-hashing");
    assertThat(table.rows()).extracting(Row::title).containsExactly("knn", "sixteen", "one");
    assertThat(row(table, "one").cells().get(column(table, "logic-science")).value())
        .isEqualTo(result("one", "accuracy", "dataset:logic-science").value());
  }

  @Test
  void theDiagonalOfTheConfusionIsTheAccuracyAndRowsAddUpToAll() throws IOException {
    AnalysisTable table = table("a2b-confusion-hashing");
    int queries = 0;
    for (String route : A2bMini.ROUTES) {
      List<Entry> cells = row(table, route).cells();
      assertThat(cells.get(column(table, "to " + route)).value())
          .isCloseTo(result("sixteen", "accuracy", "dataset:" + route).value(), within(1e-12));
      assertThat(IntStream.range(0, 5).mapToDouble(i -> cells.get(i).value()).sum())
          .isCloseTo(1, within(1e-12));
      queries += cells.get(column(table, "Queries")).value().intValue();
    }
    assertThat(queries).isEqualTo(result("sixteen", "accuracy", "all").n());
  }

  @Test
  void rightAndWrongDecisionsTogetherAreAllQueriesOfARoute() throws IOException {
    AnalysisTable table = table("a2b-similarities-hashing");
    AnalysisTable confusion = table("a2b-confusion-hashing");
    for (String route : A2bMini.ROUTES) {
      double right = row(table, route + ", right").cells().get(0).value();
      double wrong = row(table, route + ", wrong").cells().get(0).value();
      List<Entry> cells = row(confusion, route).cells();
      double all = cells.get(column(confusion, "Queries")).value();
      assertThat(right + wrong).isEqualTo(all);
      assertThat(right / all)
          .isCloseTo(cells.get(column(confusion, "to " + route)).value(), within(1e-12));
    }
  }

  @Test
  void quantilesAscendAndTheMeanIsAmongThem() throws IOException {
    AnalysisTable table = table("a2b-similarities-hashing");
    int first = column(table, "5 %");
    for (Row row : table.rows()) {
      List<Double> quantiles =
          row.cells().subList(first, first + 5).stream().map(Entry::value).toList();
      assertThat(quantiles).isSorted();
      assertThat(quantiles).allMatch(value -> value >= -1 && value <= 1.0001);
    }
  }

  @Test
  void everyColumnOfTheHistogramAddsUpToAll() throws IOException {
    AnalysisTable table = table("a2b-densities-hashing");
    assertThat(table.rows()).hasSize(20);
    assertThat(table.columns()).hasSize(10);
    for (int column = 0; column < 10; column++) {
      int at = column;
      double sum = table.rows().stream().mapToDouble(row -> row.cells().get(at).value()).sum();
      assertThat(sum).as(table.columns().get(column).header()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void accuracyByLanguageIsThatOfTheResults() throws IOException {
    AnalysisTable table = table("a2b-languages-hashing");
    assertThat(table.columns())
        .extracting(AnalysisTable.Heading::header)
        .containsExactly("de", "en", "es", "fr", "All queries");
    for (String language : List.of("de", "en", "es", "fr")) {
      Entry cell = row(table, "one").cells().get(column(table, language));
      ResultRow result = result("one", "accuracy", "tag:language=" + language);
      assertThat(cell.value()).isEqualTo(result.value());
      assertThat(cell.high()).isEqualTo(result.ciHigh());
    }
  }

  @Test
  void theTablesAreVerifiedWithTheResults() throws IOException {
    assertThat(Verifier.verify(results, folder, Progress.NONE).isEqual()).isTrue();
  }

  @Test
  void anExperimentWithoutUtteranceRouterHasNoSuchTables() {
    assertThatThrownBy(
            () ->
                ShippedExperiments.parse(
                    "none.yaml",
                    "name: none\ndataset: a2b-mini\ntables: [a2b]\nrouters: [knn, mlp]\n"))
        .hasMessageContaining(
            "tables [a2b] are about the router 'utterance' but routers are [knn, mlp]");
  }

  @Test
  void aBenchmarkWithoutRoutesIsRefusedBeforeAnythingIsTrained() {
    ExperimentConfig config =
        ShippedExperiments.parse(
            "none.yaml",
            EXPERIMENT.replace("a2b-mini", "synthetic").replace("subsets: [language]\n", ""));
    assertThatThrownBy(
            () ->
                Runner.run(
                    config,
                    new Runner.Options(folder, folder.resolve("none"), folder.resolve("cache"), 1),
                    Progress.NONE))
        .hasMessageContaining("tables [a2b] need a benchmark whose models are routes");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void sourcesMayBeHeldOut() throws IOException {
    String pool =
        IntStream.range(0, 80)
            .mapToObj(
                i ->
                    "{\"id\": \"q%d\", \"route\": \"%s\", \"source\": \"s%d\", \"prompt\": \"text %d\"}\n"
                        .formatted(i, A2bMini.ROUTES.get(i % 4 / 2), i % 4, i))
            .collect(Collectors.joining());
    Path file = Files.writeString(folder.resolve("pool.jsonl"), pool);
    Workload workload = sources(file, "{kind: by-group, by: source}");
    assertThat(workload.split().name()).startsWith("by-group(source: s");
    Workload named =
        sources(file, "{kind: hold-out, by: source, holdOut: [s1], test: 0, train: 1}");
    assertThat(named.select(named.split().test()))
        .hasSize(20)
        .allMatch(query -> query.tags().get("source").equals("s1"));
    assertThatThrownBy(() -> sources(file, "{kind: by-group, by: sauce}"))
        .hasMessageContaining("unknown tag in split.by 'sauce'; did you mean 'source'?");
  }

  private static Workload sources(Path file, String split) {
    return Workload.load(
        ShippedExperiments.parse(
            "x.yaml", "name: x\ndataset: %s\nsplit: %s\nrouters: [knn]\n".formatted(file, split)),
        folder);
  }
}
