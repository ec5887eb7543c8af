package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.experiments.report.PlateauCsv;
import org.routerlab.experiments.report.PlateauRow;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

class PlateauTablesTest {

  private static final String EXPERIMENT =
      """
      name: tables
      dataset: synthetic
      limit: 300
      encoders: [hashing]
      seeds: [1, 2, 3]
      resamples: 100
      select: {stages: 2, keep: 1}
      tables: [plateau]
      published:
        - {table: 1, title: A Paper, source: "https://example.org/1", unit: "%",
           columns: [Bench, Other], rows: {knn: [12.25, null], elsewhere: [77, 78.5]}}
        - {table: 3, title: A Paper, source: "https://example.org/1",
           columns: [Bench], rows: {hard-share: [0.375]}}
      routers:
        - utterance
        - {use: knn, grid: {k: [3, 9]}}
        - {use: k-means, with: {clusters: 4}}
        - {use: mlp, with: {hidden: [4], training: {epochs: 2}}}
      """;

  @TempDir private Path folder;

  private Path results;

  @BeforeEach
  void runAnExperiment() throws IOException {
    results = folder.resolve("any-name");
    Runner.run(
        ShippedExperiments.parse("tables.yaml", EXPERIMENT),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
  }

  private List<PlateauRow> rows(int table, String quantity) throws IOException {
    return PlateauCsv.read(results.resolve("plateau.csv")).stream()
        .filter(row -> row.table() == table && row.quantity().equals(quantity))
        .toList();
  }

  private double result(String subset, String router, String metric) throws IOException {
    return ResultsCsv.read(results.resolve("results.csv")).stream()
        .filter(row -> row.subset().equals(subset) && row.router().equals(router))
        .filter(row -> row.metric().equals(metric) && row.seed().equals("all"))
        .mapToDouble(ResultRow::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCascadeWhoseJudgeKnowsRecordedScoresHasNoPart() throws IOException {
    String judged =
        "  - {use: frugal-gpt, with: {depth: 2, quantiles: 3, judge: {kind: NOISY_ORACLE}}}\n";
    Runner.run(
        ShippedExperiments.parse("tables.yaml", EXPERIMENT + judged),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);

    assertThat(ResultsCsv.read(results.resolve("results.csv")))
        .anyMatch(row -> row.router().equals("frugal-gpt"));
    assertThat(PlateauCsv.read(results.resolve("plateau.csv")))
        .isNotEmpty()
        .noneMatch(row -> row.router().equals("frugal-gpt"))
        .noneMatch(row -> row.other().equals("frugal-gpt"));
  }

  @Test
  void figuresThatAreAlsoInTheResultsAreTheSameThere() throws IOException {
    assertThat(rows(1, "accuracy")).hasSize(4);
    for (PlateauRow row : rows(1, "accuracy")) {
      assertThat(row.value()).isEqualTo(result("all", row.router(), "accuracy"));
    }
    for (PlateauRow row : rows(2, "utility-0.5")) {
      assertThat(row.value()).isEqualTo(result("all", row.router(), "utility-0.5"));
    }
    for (PlateauRow row : rows(5, "hard-accuracy")) {
      assertThat(row.value()).isEqualTo(result("hard", row.router(), "accuracy"));
    }
    double gap =
        rows(1, "accuracy").stream()
            .mapToDouble(
                row -> {
                  try {
                    return 1 - result("hard", row.router(), "accuracy");
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .average()
            .orElseThrow();
    assertThat(rows(3, "hard-gap").get(0).value()).isCloseTo(gap, within(1e-12));
  }

  @Test
  void everyPairOfRoutersExchangesItsErrorsOnce() throws IOException {
    assertThat(rows(4, "net")).hasSize(4 * 3 / 2);
    for (PlateauRow row : rows(4, "net")) {
      double difference =
          result("all", row.router(), "accuracy") - result("all", row.other(), "accuracy");
      assertThat(row.value()).isCloseTo(difference, within(1e-12));
      assertThat(row.ciLow()).isLessThanOrEqualTo(row.ciHigh());
    }
  }

  @Test
  void onlyRoutersThatPredictProbabilitiesHaveACrossEntropy() throws IOException {
    for (PlateauRow row : rows(5, "bce")) {
      assertThat(Double.isNaN(row.value())).isEqualTo(row.router().equals("utterance"));
    }
    PlateauRow base =
        rows(5, "bce-difference").stream()
            .filter(row -> row.router().equals("knn"))
            .findFirst()
            .orElseThrow();
    assertThat(base.value()).isZero();
    assertThat(base.ciHigh()).isZero();
  }

  @Test
  void aRouterThatDoesNotDependOnTheSeedHasOneNumberAndNoDeviation() throws IOException {
    for (PlateauRow row : rows(1, "seed-deviation")) {
      boolean isNetwork = row.router().equals("mlp");
      assertThat(row.n())
          .as(row.router())
          .isEqualTo(isNetwork || row.router().equals("k-means") ? 3 : 1);
      assertThat(Double.isNaN(row.value())).as(row.router()).isEqualTo(row.n() == 1);
    }
  }

  @Test
  void allFourFormatsShowTheTablesWithThePublishedValuesApart() throws IOException {
    String markdown = Files.readString(results.resolve("table.md"));
    assertThat(markdown)
        .startsWith("# tables\n")
        .contains("### Table 1: accuracy and the plateau band")
        .contains("### Table 2: realised utility by cost weight")
        .contains("### Table 3: hard and easy queries")
        .contains("### Table 4: exchange of errors between routers")
        .contains("### Table 5: knn against the other routers")
        .contains("Published: Bench")
        .contains("| elsewhere | – | – | – | – | – | 77 | 78.5 |")
        .contains("| 0.375 |")
        .contains("compare the pattern, not the level")
        .contains("The band holds ");
    for (String name : new String[] {"index.html", "table.tex"}) {
      assertThat(Files.readString(results.resolve(name)))
          .contains("Table 1: accuracy and the plateau band", "12.25", "Table 5, every router");
    }
    assertThat(Files.readString(results.resolve("published.csv")))
        .contains("1,A Paper,https://example.org/1,%,Other,knn,NaN");
  }

  @Test
  void theTablesAreVerified() throws IOException {
    assertThat(verify().isEqual()).as(verify().text()).isTrue();
    Path file = results.resolve("plateau.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("accuracy,0\\.", "accuracy,0.1"));
    assertThat(verify().isEqual()).isFalse();
    assertThat(verify().text()).contains("plateau.csv, line ");
  }

  private Verifier.Verdict verify() throws IOException {
    return Verifier.verify(results, folder, Progress.NONE);
  }

  @Test
  void withoutTheTablesTheirFilesGoAway() throws IOException {
    String plain = EXPERIMENT.replaceAll("(?s)tables: \\[plateau\\].*routers:", "routers:");
    Runner.run(
        ShippedExperiments.parse("tables.yaml", plain),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
    assertThat(results.resolve("plateau.csv")).doesNotExist();
    assertThat(Files.readString(results.resolve("table.md"))).doesNotContain("Plateau");
    assertThat(Files.readString(results.resolve("config.yaml")))
        .doesNotContain("tables:", "published:");
  }

  @Test
  void publishedValuesMustFitTheirColumnsAndHaveATable() {
    String head = "name: t\ndataset: synthetic\nrouters: [knn]\n";
    String entry =
        "published: [{table: 1, title: T, source: S, columns: [A, B], rows: {knn: [1]}}]";
    assertThatThrownBy(
            () -> ShippedExperiments.parse("t.yaml", head + "tables: [plateau]\n" + entry))
        .hasMessageContaining("values of 'knn' in published must equal columns but are 1 and 2");
    assertThatThrownBy(
            () -> ShippedExperiments.parse("t.yaml", head + entry.replace("[1]", "[1, 2]")))
        .hasMessageContaining("published values need 'tables: [plateau]'");
    assertThatThrownBy(() -> ShippedExperiments.parse("t.yaml", head + "tables: [plateu]"))
        .hasMessageContaining("did you mean 'plateau'?");
  }
}
