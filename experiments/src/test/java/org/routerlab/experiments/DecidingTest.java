package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsFolder;

/** Rules and cost estimates of an experiment change what is chosen, not what is predicted. */
class DecidingTest {

  private static final String HEAD =
      """
      name: small
      encoders: [hashing]
      resamples: 100
      lambdas: [0.5]
      """;

  @TempDir private Path folder;

  @Test
  void aRuleDecidesInPlaceOfTheHighestScore() throws IOException {
    Path results =
        run(
            "rule",
            """
            routers:
              - {use: knn, with: {k: 9}}
              - {use: knn, label: thrifty, with: {k: 9}, rule: cheapest-above(0.3)}
              - {use: knn, label: boundless, with: {k: 9}, rule: argmax}
            """);

    assertThat(value(results, "boundless", "accuracy"))
        .isEqualTo(value(results, "knn", "accuracy"));
    assertThat(value(results, "thrifty", "mean-cost"))
        .isLessThan(value(results, "knn", "mean-cost"));
    assertThat(value(results, "thrifty", "accuracy")).isLessThan(value(results, "knn", "accuracy"));
    assertThat(Files.list(results.resolve("cells")).toList())
        .as("the three share one training")
        .hasSize(1);
    assertThat(Verifier.verify(results, folder, Progress.NONE).isEqual()).isTrue();
  }

  @Test
  void aConfigurationIsChosenByWhatItsRuleDecides() throws IOException {
    String routers =
        """
        select: {metric: mean-cost}
        routers:
          - {use: knn, grid: {k: [3, 9, 27]}}
          - {use: knn, label: thrifty, grid: {k: [3, 9, 27]}, rule: cheapest-above(0.3)}
        """;
    List<String> lines = Files.readAllLines(run("choice", routers).resolve("configurations.csv"));

    assertThat(validation(lines, "knn")).hasSize(3).doesNotContainNull();
    assertThat(validation(lines, "thrifty")).hasSize(3);
    assertThat(validation(lines, "thrifty")).isNotEqualTo(validation(lines, "knn"));
  }

  private static List<String> validation(List<String> lines, String router) {
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].equals(router))
        .map(cells -> cells[cells.length - 2])
        .toList();
  }

  @Test
  void predictedCostsAreKeptWithTheScoresAndWeighed() throws IOException {
    String routers = "routers: [{use: knn, with: {k: 9}}]\n";
    Path mean = run("mean", routers);
    Path ridge = run("ridge", "costs: ridge\n" + routers);
    Path realised = run("realised", "costs: realised\n" + routers);

    assertThat(value(ridge, "knn", "accuracy")).isEqualTo(value(mean, "knn", "accuracy"));
    assertThat(value(ridge, "knn", "utility-0.5")).isNotEqualTo(value(mean, "knn", "utility-0.5"));
    assertThat(value(realised, "knn", "utility-0.5"))
        .isGreaterThan(value(mean, "knn", "utility-0.5"));
    assertThat(Verifier.verify(ridge, folder, Progress.NONE).isEqual()).isTrue();
    assertThat(Verifier.verify(realised, folder, Progress.NONE).isEqual()).isTrue();
  }

  @Test
  void badRulesAndCostsAreRefusedBeforeAnythingIsTrained() {
    assertThatThrownBy(() -> run("a", "routers: [{use: knn, rule: cheapest(0.3)}]\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cheapest");
    assertThatThrownBy(() -> run("b", "costs: rigde\nrouters: [knn]\n"))
        .hasMessageContaining("did you mean 'ridge'?");
    assertThatThrownBy(() -> run("c", "routers: [{use: best-single, label: b, rule: argmax}]\n"))
        .hasMessageContaining("a rule needs scores to go by but router 'b' decides by itself");
    assertThat(folder.resolve("a/cells")).doesNotExist();
    assertThatThrownBy(() -> run("d", "select: {metric: accuray}\nrouters: [knn]\n"))
        .hasMessageContaining("did you mean 'accuracy'?");
    assertThatThrownBy(
            () ->
                run("e", "expect: [{router: knnn, metric: accuracy, value: 1}]\nrouters: [knn]\n"))
        .hasMessageContaining("unknown router in expect 'knnn'");
    assertThat(folder.resolve("d/cells")).doesNotExist();
    assertThat(folder.resolve("e/cells")).doesNotExist();
  }

  @Test
  void aRuleThatGoesByCostsIsRefusedBeforeTrainingOnATableWithoutThem() throws IOException {
    Path table = Files.createDirectory(folder.resolve("free"));
    StringBuilder queries = new StringBuilder();
    StringBuilder scores = new StringBuilder("id,a,b\n");
    for (int i = 0; i < 40; i++) {
      queries.append(String.format("{\"id\":\"q%d\",\"prompt\":\"p%d\"}%n", i, i));
      scores.append(String.format("q%d,%d,%d%n", i, i % 2, i % 3 / 2));
    }
    Files.writeString(table.resolve("queries.jsonl"), queries);
    Files.writeString(table.resolve("scores.csv"), scores);
    String free = "dataset: free\nrouters: [{use: knn, label: thrifty, rule: %s}]\n";

    assertThatThrownBy(() -> runOn("a", String.format(free, "cheapest-above(0.3)")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rule cheapest-above(0.3) of router 'thrifty' goes by costs but");
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(runOn("b", String.format(free, "argmax")).resolve("cells")).isNotEmptyDirectory();
  }

  private Path run(String name, String text) throws IOException {
    return runOn(name, "dataset: synthetic\nlimit: 300\n" + text);
  }

  private Path runOn(String name, String text) throws IOException {
    Path results = folder.resolve(name);
    Runner.run(
        ShippedExperiments.parse("small.yaml", HEAD + text),
        new Runner.Options(folder, results, folder.resolve("cache"), 1),
        Progress.NONE);
    return results;
  }

  private static double value(Path results, String router, String metric) throws IOException {
    List<ResultRow> rows = ResultsFolder.read(results).results();
    return rows.stream()
        .filter(row -> row.router().equals(router) && row.metric().equals(metric))
        .filter(row -> row.subset().equals("all"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + metric + " of " + router))
        .value();
  }
}
