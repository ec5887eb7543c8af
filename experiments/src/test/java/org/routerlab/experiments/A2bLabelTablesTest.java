package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
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
      resplits: [43]
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
        - {use: utterance, label: whole, with: {utterances: intermediate, utterancesPerRoute: 64}}
        - {use: knn, with: {k: 1}}
        # With one label of each of five routes every query has the same five neighbours.
        - {use: knn, label: five, with: {k: 5}}
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
    assertThat(cell(table, "0", "few").value())
        .isCloseTo(accuracy(results, "few", "all"), within(1e-12));
    assertThat(cell(table, "0", "whole").value())
        .isCloseTo(accuracy(results, "whole", "all"), within(1e-12));
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
        .containsExactly(
            "0",
            "1",
            "30",
            "all",
            "ahead of few from",
            "ahead of whole from",
            "ahead of chosen-utterances from");
    assertThat(table("a2b-labels-hashing").notes())
        .anyMatch(note -> note.startsWith("Draws by number of labels: {1=2, 30=2}"))
        .contains("No further labels were used: there are no validation queries.");
  }

  @Test
  void everyBaselineHasLeadsInPointsForEveryNumberAndAll() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    for (String baseline : List.of("few", "whole", "chosen-utterances")) {
      AnalysisTable leads = table("a2b-labels-lead-" + baseline + "-hashing");
      assertThat(leads.rows())
          .extracting(Row::title)
          .containsExactly("1", "30", "all", "ahead from");
      String row = baseline.equals("chosen-utterances") ? "all" : "0";
      for (String each : List.of("1", "30", "all")) {
        Entry lead = cell(leads, each, "knn");
        double own = cell(table, each, "knn").value();
        assertThat(lead.value())
            .isCloseTo(100 * (own - cell(table, row, baseline).value()), within(1e-9));
        assertThat(lead.low()).isLessThanOrEqualTo(lead.value());
      }
    }
  }

  @Test
  void aheadIsFromTheLeastNumberAfterWhichEveryLeadIsAboveZeroAllIncluded() throws IOException {
    for (String baseline : List.of("few", "whole", "chosen-utterances")) {
      AnalysisTable leads = table("a2b-labels-lead-" + baseline + "-hashing");
      for (String router : List.of("knn", "mlp")) {
        String expected = "never";
        for (String each : List.of("all", "30", "1")) {
          Entry lead = cell(leads, each, router);
          if (lead.low() <= 0 || lead.mark() != null) {
            break;
          }
          expected = each;
        }
        assertThat(cell(leads, "ahead from", router).text()).isEqualTo(expected);
        String row = "ahead of " + baseline + " from";
        assertThat(cell(table("a2b-labels-hashing"), row, router).text()).isEqualTo(expected);
      }
    }
    assertThat(cell(table("a2b-labels-lead-few-hashing"), "30", "knn").low()).isPositive();
  }

  @Test
  void aLeadThatIsLostAgainDoesNotCount() {
    assertThat(aheadFrom(true, false, true, true)).isEqualTo("4");
    assertThat(aheadFrom(true, true, true, true)).isEqualTo("1");
    assertThat(aheadFrom(true, true, true, false)).isEqualTo("never");
    assertThat(aheadFrom(false, false, false, true)).isEqualTo("all");
    assertThat(aheadFrom()).isEqualTo("never");
  }

  /** With 1, 2, 4 ... labels and, last, all. */
  private static String aheadFrom(boolean... leads) {
    TreeMap<Integer, Boolean> numbers = new TreeMap<>();
    for (int i = 0; i < leads.length; i++) {
      numbers.put(i + 1 < leads.length ? 1 << i : LabelledRuns.ALL, leads[i]);
    }
    return LabelFigures.aheadFrom(numbers);
  }

  @Test
  void aRouterThatSendsNearlyAllToOneRouteIsMarked() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    assertThat(cell(table, "1", "five").mark()).isEqualTo("†");
    assertThat(cell(table, "30", "five").mark()).isNull();
    assertThat(cell(table, "1", "knn").mark()).isNull();
    assertThat(table.notes()).anyMatch(note -> note.startsWith("†: constant"));
    assertThat(Files.readString(results.resolve("table.md"))).contains("† \\[");
  }

  @Test
  void intervalsAreOverDrawsToo() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    Entry drawn = cell(table, "1", "knn");
    double one = accuracy(Analyses.folder(results, "one-a"), "knn", "all");
    double other = accuracy(Analyses.folder(results, "one-b"), "knn", "all");

    // With two draws a quarter of the resamples has one of them twice.
    assertThat(drawn.low()).isLessThan(Math.min(one, other));
    assertThat(drawn.high()).isGreaterThan(Math.max(one, other));
  }

  @Test
  void utterancesAreChosenWithTheSameLabels() throws IOException {
    AnalysisTable table = table("a2b-labels-hashing");
    for (String each : List.of("1", "30", "all")) {
      assertThat(cell(table, each, ChosenUtterances.NAME).value()).isBetween(0.2, 1.0);
    }
    assertThat(cell(table, "all", ChosenUtterances.NAME).value())
        .isGreaterThan(cell(table, "1", ChosenUtterances.NAME).value());
    assertThat(table.notes())
        .anyMatch(note -> note.startsWith("chosen-utterances:") && note.contains("agents-tools "));
  }

  @Test
  void furtherSplitsShowTheSpreadOverTestQueries() throws IOException {
    AnalysisTable splits = table("a2b-labels-splits-hashing");
    assertThat(splits.rows())
        .extracting(Row::title)
        .containsExactly("42", "43", "mean, [lowest, highest]");
    double first = accuracy(results, "knn", "all");
    double second = accuracy(Analyses.folder(results, "split-43"), "knn", "all");
    Entry spread = cell(splits, "mean, [lowest, highest]", "knn");
    assertThat(spread.value()).isCloseTo((first + second) / 2, within(1e-12));
    assertThat(spread.low()).isCloseTo(Math.min(first, second), within(1e-12));
    Entry lead = cell(table("a2b-labels-splits-lead-hashing"), "few", "knn");
    double others =
        accuracy(results, "few", "all")
            + accuracy(Analyses.folder(results, "split-43"), "few", "all");
    assertThat(lead.value()).isCloseTo(50 * (first + second - others), within(1e-9));
  }

  @Test
  void moreRunsThanIntervalsCanBeOverAreRefusedBeforeTraining() {
    String seeds = EXPERIMENT.replace("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]");
    assertThatThrownBy(() -> ShippedExperiments.parse("labels.yaml", seeds))
        .hasMessageContaining("variants of 1 labels × seeds")
        .hasMessageContaining("20")
        .hasMessageContaining("22");
  }

  @Test
  void allTrainingQueriesHaveARowToo() throws IOException {
    assertThat(cell(table("a2b-labels-hashing"), "all", "knn").value())
        .isCloseTo(accuracy(results, "knn", "all"), within(1e-12));
  }

  @Test
  void everyRouteHasItsOwnRows() throws IOException {
    AnalysisTable table = table("a2b-labels-routes-hashing");
    assertThat(table.rows()).hasSize(5 * 7);
    assertThat(cell(table, "logic-science, 30", "knn").value())
        .isCloseTo(mean("knn", "dataset:logic-science", "many-a", "many-b"), within(1e-12));
    assertThat(cell(table, "logic-science, ahead of few from", "knn").text()).isNotBlank();
  }

  @Test
  void theTablesAreVerifiedWithTheVariants() throws IOException {
    assertThat(Verifier.verify(results, folder, Progress.NONE).isEqual()).isTrue();
  }
}
