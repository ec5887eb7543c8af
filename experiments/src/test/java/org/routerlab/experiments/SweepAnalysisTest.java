package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import org.routerlab.datasets.A2bMini;
import org.routerlab.experiments.report.AnalysisFile;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.semantic.UtteranceLists;
import org.routerlab.semantic.UtteranceMatching;

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
    JsonNode with =
        new YAMLMapper().readTree(results.resolve("recommended-routes-hashing.yaml").toFile());
    AnalysisTable recommended =
        AnalysisFile.read(results.resolve("analyses.json")).tables().stream()
            .filter(table -> table.id().equals("a2b-recommended-hashing"))
            .findFirst()
            .orElseThrow();

    for (int route = 0; route < UtteranceSweep.ROUTES; route++) {
      AnalysisTable.Row row = recommended.rows().get(route);
      assertThat(row.title()).isEqualTo(UtteranceLists.ROUTES.get(route));
      assertThat(with.at("/routes/" + row.title()).size())
          .isEqualTo(row.cells().get(0).value().intValue());
    }
    // What the file says can be pasted under 'with'.
    UtteranceMatching method = (UtteranceMatching) RouterRegistry.load().create("utterance", with);
    assertThat(method.routeSet().names()).isEqualTo(UtteranceLists.ROUTES);
    assertThat(method.fallback()).isEmpty();
  }

  private Path run() throws IOException {
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
            """);
    Path results = folder.resolve("results");
    Runner.run(
        config, new Runner.Options(folder, results, folder.resolve("cache"), 2), Progress.NONE);
    return results;
  }
}
