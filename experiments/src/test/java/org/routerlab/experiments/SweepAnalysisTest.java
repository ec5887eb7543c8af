package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.datasets.A2bMini;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.routes.RouteFile;
import org.routerlab.semantic.UtteranceLists;

class SweepAnalysisTest {

  @TempDir private Path folder;

  @Test
  void anExperimentWritesTablesChartsAndRoutesThatVerifyFindsAgain() throws IOException {
    Path results = run();

    AnalysisFile file = AnalysisFile.read(results.resolve("analyses.json"));
    assertThat(file.tables())
        .extracting(AnalysisTable::id)
        .startsWith("a2b-sources", "a2b-encoders", "a2b-lengths-hashing")
        .contains("a2b-recommended-hashing", "a2b-confirmed-hashing", "a2b-fallback-hashing");
    assertThat(file.charts()).hasSize(3 + 5 + 5);
    String page = Files.readString(results.resolve("index.html"));
    file.charts().forEach(chart -> assertThat(page).contains("id=\"" + chart.id() + "-t\""));
    String config = Files.readString(results.resolve("config.yaml"));
    assertThat(ShippedExperiments.parse("config", config).tables()).contains("a2b-sweep");
    assertThat(Analyses.of(results, folder, folder.resolve("cache"), Progress.NONE).files())
        .allSatisfy(
            (name, text) ->
                assertThat(results.resolve(name)).usingCharset("UTF-8").hasContent(text))
        .hasSize(3);
  }

  @Test
  void theFileOfRoutesHoldsTheFirstUtterancesOfTheTable() throws IOException {
    Path results = run();
    Path path = results.resolve("recommended-routes-hashing.yaml");
    RouteFile file = RouteFile.read(path);
    AnalysisTable recommended =
        AnalysisFile.read(results.resolve("analyses.json")).tables().stream()
            .filter(table -> table.id().equals("a2b-recommended-hashing"))
            .findFirst()
            .orElseThrow();

    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      AnalysisTable.Row row = recommended.rows().get(route);
      assertThat(row.title()).isEqualTo(UtteranceLists.ROUTES.get(route));
      assertThat(file.routes().routes().get(route).utterances())
          .hasSize(row.cells().get(0).value().intValue());
    }
    assertThat(file.routes().names()).isEqualTo(UtteranceLists.ROUTES);
    assertThat(file.routes().fallback()).isEmpty();
    assertThat(file.encoder()).isEqualTo("hashing");
    assertThatCode(() -> file.requireEncoder(new HashingEncoder().identity()))
        .doesNotThrowAnyException();
    // An experiment names the file where routes may stand.
    ObjectNode with = RecordBinder.JSON.createObjectNode().put("routes", path.toString());
    assertThat(RouterRegistry.load().create("utterance", with)).isEqualTo(file.method());
  }

  @Test
  void aLimitThatLeavesARouteWithoutSourcesIsNamed() {
    assertThatThrownBy(() -> run("limit: 8"))
        .hasMessageContainingAll(
            "the tables 'a2b-sweep': every route must have queries of at least two sources",
            "the limit of 8 queries may be too low");
  }

  private Path run() throws IOException {
    return run("");
  }

  private Path run(String more) throws IOException {
    Path table = Files.createDirectories(folder.resolve("tagged"));
    List<Query> queries = A2bMini.load().queries();
    StringBuilder lines = new StringBuilder();
    StringBuilder scores = new StringBuilder("id," + String.join(",", A2bMini.ROUTES) + "\n");
    for (Query query : queries) {
      Map<String, String> fields =
          Map.of(
              "id", query.id(),
              "dataset", query.dataset(),
              "source", query.dataset() + "-" + query.tags().get("language"),
              "prompt", query.text());
      lines.append(RecordBinder.JSON.writeValueAsString(fields)).append('\n');
      scores.append(query.id());
      IntStream.range(0, A2bMini.ROUTES.size())
          .forEach(
              route ->
                  scores.append(A2bMini.ROUTES.get(route).equals(query.dataset()) ? ",1" : ",0"));
      scores.append('\n');
    }
    Files.writeString(table.resolve("queries.jsonl"), lines);
    Files.writeString(table.resolve("scores.csv"), scores);
    ExperimentConfig config =
        ShippedExperiments.parse(
            "test",
            """
            name: sweep
            dataset: tagged
            encoders: [hashing]
            resamples: 100
            routers: [utterance]
            tables: [a2b-sweep]
            """
                + more);
    Path results = folder.resolve("results");
    Runner.run(
        config, new Runner.Options(folder, results, folder.resolve("cache"), 2), Progress.NONE);
    return results;
  }
}
