package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.eval.Estimate;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Heading;
import org.routerlab.experiments.report.AnalysisTable.Row;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

/** The tables of {@code a2b-labels}: two draws of few labels, on the bundled prompts. */
class A2bLabelTablesTest {

  private static final String EXPERIMENT =
      """
      name: labels
      dataset: a2b-mini
      split: {train: 0.6, validation: 0, test: 0.4}
      encoders: [hashing]
      seeds: [1, 2]
      resamples: 200
      tables: [a2b-labels]
      routers:
        # Wrong on purpose, so that labels are worth something.
        - use: utterance
          label: few
          with:
            models:
              agents-tools: general-chat
              general-chat: deep-engineering
              deep-engineering: logic-science
              logic-science: creative-writing
              creative-writing: agents-tools
        - {use: knn, with: {k: 1}}
        - {use: mlp, with: {hidden: [4], training: {epochs: 5}}}
      variants:
        one-a: [{labels: {each: 1, seed: 1}}]
        one-b: [{labels: {each: 1, seed: 2}}]
        many-a: [{labels: {each: 30, seed: 1}}]
        many-b: [{labels: {each: 30, seed: 2}}]
        other: [{labels: {each: 2}}, {dropDatasets: [general-chat]}]
      """;

  @TempDir private static Path folder;

  private static Path results;

  @BeforeAll
  static void runAnExperiment() throws IOException {
    results = folder.resolve("labels");
    Runner.run(
        ShippedExperiments.parse("labels.yaml", EXPERIMENT),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
  }

  private static AnalysisTable table(String id) throws IOException {
    return AnalysisFile.read(results.resolve("analyses.json")).tables().stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Entry cell(AnalysisTable table, String title, String column) {
    Row row =
        table.rows().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
    return row.cells().get(table.columns().stream().map(Heading::header).toList().indexOf(column));
  }

  /** An accuracy as the results of the experiment or one of its variants have it. */
  private static double accuracy(Path of, String router, String subset) throws IOException {
    return ResultsCsv.read(of.resolve("results.csv")).stream()
        .filter(row -> row.router().equals(router) && row.metric().equals("accuracy"))
        .filter(row -> row.subset().equals(subset) && row.seed().equals("all"))
        .mapToDouble(ResultRow::value)
        .findFirst()
        .orElseThrow();
  }

  private static double mean(String router, String subset, String... variants) throws IOException {
    double sum = 0;
    for (String variant : variants) {
      sum += accuracy(Analyses.folder(results, variant), router, subset);
    }
    return sum / variants.length;
  }

  @Test
  void aFigureIsTheMeanOverDrawsAndSeeds() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    for (String router : List.of("knn", "mlp")) {
      assertThat(cell(table, "1", router).value())
          .isCloseTo(mean(router, "all", "one-a", "one-b"), within(1e-12));
      assertThat(cell(table, "30", router).value())
          .isCloseTo(mean(router, "all", "many-a", "many-b"), within(1e-12));
    }
  }

  @Test
  void theUtteranceRouterStandsInTheRowOfNoLabels() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    assertThat(cell(table, "0", "few").value()).isEqualTo(accuracy(results, "few", "all"));
    assertThat(cell(table, "0", "knn").text()).isEqualTo("–");
    assertThat(cell(table, "1", "few").text()).isEqualTo("–");
    for (String variant : List.of("one-a", "many-b")) {
      assertThat(accuracy(Analyses.folder(results, variant), "few", "all"))
          .isEqualTo(accuracy(results, "few", "all"));
    }
  }

  @Test
  void variantsThatDoMoreThanLeaveOutLabelsHaveNoPart() throws IOException {
    assertThat(table("a2b-labels-hashing").rows())
        .extracting(Row::title)
        .containsExactly("0", "1", "30", "all", "ahead from");
    assertThat(table("a2b-labels-hashing").notes())
        .anyMatch(note -> note.startsWith("Draws by number of labels: {1=2, 30=2}"))
        .contains("No further labels were used: there are no validation queries.");
  }

  @Test
  void theLeadIsTheDifferenceInPoints() throws IOException {
    AnalysisTable leads = table("a2b-labels-lead-hashing");
    AnalysisTable table = table("a2b-labels-hashing");
    for (String each : List.of("1", "30")) {
      Entry lead = cell(leads, each, "knn");
      double own = cell(table, each, "knn").value();
      assertThat(lead.value())
          .isCloseTo(100 * (own - cell(table, "0", "few").value()), within(1e-9));
      assertThat(lead.low()).isLessThanOrEqualTo(lead.value());
    }
  }

  @Test
  void aheadIsFromTheLeastNumberAfterWhichEveryLeadIsAboveZero() throws IOException {
    AnalysisTable leads = table("a2b-labels-lead-hashing");
    for (String router : List.of("knn", "mlp")) {
      boolean one = cell(leads, "1", router).low() > 0;
      boolean many = cell(leads, "30", router).low() > 0;
      assertThat(cell(table("a2b-labels-hashing"), "ahead from", router).text())
          .isEqualTo(!many ? "never" : one ? "1" : "30");
    }
    assertThat(cell(leads, "30", "knn").low()).isPositive();
  }

  @Test
  void aLeadThatIsLostAgainDoesNotCount() {
    assertThat(aheadFrom(0.1, -0.1, 0.2, 0.3)).isEqualTo("4");
    assertThat(aheadFrom(0.1, 0.1, 0.2, 0.3)).isEqualTo("1");
    assertThat(aheadFrom(0.1, 0.1, 0.2, 0)).isEqualTo("never");
    assertThat(aheadFrom(Double.NaN, 0.1)).isEqualTo("2");
    assertThat(aheadFrom()).isEqualTo("never");
  }

  /** With leads whose lower ends are these, for 1, 2, 4 ... labels. */
  private static String aheadFrom(double... lows) {
    TreeMap<Integer, Estimate> leads = new TreeMap<>();
    for (int i = 0; i < lows.length; i++) {
      leads.put(1 << i, new Estimate(lows[i] + 1, lows[i], lows[i] + 2, 100));
    }
    return A2bLabelTables.aheadFrom(leads);
  }

  @Test
  void allTrainingQueriesHaveARowToo() throws IOException {
    assertThat(cell(table("a2b-labels-hashing"), "all", "knn").value())
        .isEqualTo(accuracy(results, "knn", "all"));
  }

  @Test
  void everyRouteHasItsOwnRows() throws IOException {
    AnalysisTable table = table("a2b-labels-routes-hashing");
    assertThat(table.rows()).hasSize(5 * 5);
    assertThat(cell(table, "logic-science, 30", "knn").value())
        .isCloseTo(mean("knn", "dataset:logic-science", "many-a", "many-b"), within(1e-12));
    assertThat(cell(table, "logic-science, ahead from", "knn").text()).isNotBlank();
  }

  @Test
  void theTablesAreVerifiedWithTheVariants() throws IOException {
    assertThat(Verifier.verify(results, folder, Progress.NONE).isEqual()).isTrue();
  }
}
