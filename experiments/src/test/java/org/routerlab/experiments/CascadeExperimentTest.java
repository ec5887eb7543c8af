package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;

/** A cascade goes from training through its files to the tables. */
class CascadeExperimentTest {

  private static final String EXPERIMENT =
      """
      name: cascades
      dataset: synthetic
      limit: 300
      encoders: [hashing]
      resamples: 100
      routers:
        - {use: knn, with: {k: 9}}
        - {use: frugal-gpt, with: {quantiles: 10, scorer: {training: {epochs: 5}}}}
        - use: cascade-routing
          label: knowing
          with: {scorer: {training: {epochs: 5}}, judge: {kind: NOISY_ORACLE}}
          grid: {lambda: [0.1, 0.5]}
      """;

  @TempDir private Path folder;

  private Path run(String name) throws IOException {
    Path results = folder.resolve(name);
    Runner.run(
        ShippedExperiments.parse("cascades.yaml", EXPERIMENT),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
    return results;
  }

  private static List<String> rows(Path file, String... parts) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> Arrays.stream(parts).allMatch(line::contains))
        .toList();
  }

  @Test
  void whatACascadeScoresAndCostsIsRecomputedFromItsFile() throws IOException {
    Path results = run("a");
    ExperimentConfig config = ShippedExperiments.parse("cascades.yaml", EXPERIMENT);
    Workload workload = Workload.load(config, folder);
    OutcomeTable test = workload.outcomes(workload.split().test());
    ModelPool pool = test.pool();
    List<Path> cascades;
    try (Stream<Path> files = Files.walk(results.resolve("cells"))) {
      cascades =
          files
              .filter(file -> file.endsWith("test.csv"))
              .filter(file -> isOf("frugal-gpt", file.resolveSibling("cell.json")))
              .toList();
    }
    assertThat(cascades).hasSize(1);
    List<String> lines = Files.readAllLines(cascades.get(0));
    assertThat(lines.get(0)).isEqualTo("id,decision,called");
    double cost = 0;
    double score = 0;
    int calls = 0;
    for (int row = 0; row < test.size(); row++) {
      String[] cells = lines.get(row + 1).split(",");
      score += test.score(row, pool.indexOf(cells[1]));
      for (String name : cells[2].split(";")) {
        cost += test.cost(row, pool.indexOf(name));
        calls++;
      }
    }
    assertThat(calls).isGreaterThan(test.size());
    Path file = results.resolve("results.csv");
    assertThat(value(rows(file, ",all,frugal-gpt,", ",mean-cost,")))
        .isCloseTo(cost / test.size(), within(1e-9));
    assertThat(value(rows(file, ",test,all,frugal-gpt,", ",accuracy,")))
        .isCloseTo(score / test.size(), within(1e-9));
  }

  private static boolean isOf(String router, Path description) {
    try {
      return Files.readString(description).contains("\"router\" : \"" + router + "\"");
    } catch (IOException e) {
      return false;
    }
  }

  private static double value(List<String> rows) {
    assertThat(rows).hasSize(1);
    String[] cells = rows.get(0).split(",");
    int metric = Math.max(List.of(cells).indexOf("mean-cost"), List.of(cells).indexOf("accuracy"));
    return Double.parseDouble(cells[metric + 1]);
  }

  @Test
  void aJudgeThatKnowsOutcomesDoesNotCompete() throws IOException {
    Path results = run("a");
    List<String> compared = rows(results.resolve("comparisons.csv"), ",accuracy,");
    String knowing =
        compared.stream().filter(line -> line.contains(",knowing,")).findFirst().orElseThrow();
    assertThat(knowing).endsWith(",false").doesNotContain(",knowing,knowing,");
    assertThat(compared.stream().filter(line -> line.contains(",frugal-gpt,")).findFirst())
        .get()
        .asString()
        .endsWith(",true");
    for (String table : List.of("table.md", "table.tex", "table.csv", "index.html")) {
      String text = Files.readString(results.resolve(table));
      assertThat(text).as(table).contains("knowing (hindsight)");
      assertThat(text).as(table).doesNotContain("frugal-gpt (hindsight)");
    }
    assertThat(rows(results.resolve("table.md"), "(hindsight)", "does not compete")).isNotEmpty();
    List<String> lines = rows(results.resolve("table.csv"), "knowing (hindsight)");
    assertThat(lines).isNotEmpty().allMatch(line -> line.contains(",reference,"));
  }

  @Test
  void aSecondRunOfCascadesWritesTheSameAndItIsVerified() throws IOException {
    Path first = run("a");
    Verifier.Verdict verdict = Verifier.verify(first, folder, Progress.NONE);
    assertThat(verdict.isEqual()).as(verdict.text()).isTrue();
    Path second = run("b");
    for (String file : List.of("results.csv", "comparisons.csv", "curves.csv", "selection.csv")) {
      assertThat(Files.readString(second.resolve(file)))
          .as(file)
          .isEqualTo(Files.readString(first.resolve(file)));
    }
  }

  @Test
  void modelNamesWithSeparatorsAreReadBack() throws IOException {
    ModelPool pool = ModelPool.of("a;b", "100%3B", "plain,\"quoted\"", "a");
    List<Query> queries = List.of(new Query("1", "x", "d"), new Query("2", "y", "d"));
    Predictions.Cascaded written =
        new Predictions.Cascaded(
            Decisions.of(1, 3), List.of(new int[] {0, 1, 2, 3}, new int[] {3}), true);
    Path file = folder.resolve("cascade.csv");
    PredictionsCsv.write(file, pool, queries, written);
    Predictions.Cascaded read =
        (Predictions.Cascaded) PredictionsCsv.readCascade(file, pool, queries, true);
    assertThat(read.decisions()).isEqualTo(written.decisions());
    assertThat(read.called().get(0)).containsExactly(0, 1, 2, 3);
    assertThat(read.called().get(1)).containsExactly(3);
    assertThat(read.hindsight()).isTrue();
  }

  @Test
  void anAnswerOfAModelThatWasNotCalledIsNamed() throws IOException {
    Path file = folder.resolve("cascade.csv");
    Files.writeString(file, "id,decision,called\n1,a,b;c\n");
    assertThatThrownBy(
            () ->
                PredictionsCsv.readCascade(
                    file, ModelPool.of("a", "b", "c"), List.of(new Query("1", "x", "d")), false))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("a decision among the models called");
  }
}
