package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.experiments.routes.RouteFile;
import org.routerlab.semantic.FitGoal;
import org.routerlab.semantic.UtteranceMatching;

class NamedRoutesTest {

  private static final String ROUTES =
      """
      threshold: 0.25
      fallback: b
      routes:
        - {name: a, utterances: [add two numbers], threshold: 0.5, weight: 0.125}
        - {name: b, utterances: [tell me a joke]}
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void whatAFileSaysStandsForDefaults() throws IOException {
    Path file = write("mine.yaml", ROUTES);
    ObjectNode with = RecordBinder.JSON.createObjectNode().put("routes", file.toString());
    RouterRegistry registry = RouterRegistry.load();
    assertThat(registry.create("utterance", with)).isEqualTo(RouteFile.read(file).method());
    with.put("threshold", 0.75).put("fit", "ACCURACY");
    UtteranceMatching changed = (UtteranceMatching) registry.create("utterance", with);
    assertThat(changed.threshold()).isEqualTo(0.75);
    assertThat(changed.fit()).isEqualTo(FitGoal.ACCURACY);
    assertThat(changed.thresholds()).containsEntry("a", 0.5);
    assertThat(changed.weights()).containsEntry("a", 0.125);
    assertThat(changed.routes()).containsOnlyKeys("a", "b");
    with.put("treshold", 1);
    assertThatThrownBy(() -> registry.create("utterance", with))
        .hasMessageContaining("router 'utterance': unknown key 'treshold'; did you mean");
  }

  @Test
  void routesMayStillBeWrittenOut() throws IOException {
    ObjectNode with =
        (ObjectNode) RecordBinder.JSON.readTree("{\"routes\": {\"a\": [\"x\"], \"b\": [\"y\"]}}");
    with.put("fallback", "b");
    UtteranceMatching method = (UtteranceMatching) RouterRegistry.load().create("utterance", with);
    assertThat(method.routes()).containsEntry("a", List.of("x")).hasSize(2);
  }

  @Test
  void anExperimentComparesFilesOfRoutesAndIsVerifiedWithoutThem() throws IOException {
    Path first = write("first.yaml", "encoder: {name: hashing}\n" + ROUTES);
    Path second = write("second.yaml", ROUTES.replace("joke", "story"));
    Path results = folder.resolve("results");
    run(
        results,
        "[{use: utterance, with: {routes: %s}, label: mine}, {use: utterance, grid: {routes: [%s, %s]}}]",
        first,
        first,
        second);
    assertThat(Files.readString(results.resolve("configurations.csv")))
        .contains(",mine,mine,", "{routes=" + second + "}");
    Files.delete(first);
    Files.delete(second);
    Verifier.Verdict verdict = Verifier.verify(results, folder, Progress.NONE);
    assertThat(verdict.isEqual()).as(verdict.text()).isTrue();
  }

  @Test
  void routesForAnotherEncoderAreRefusedBeforeAnythingIsTrained() throws IOException {
    Path file = write("mine.yaml", "encoder: {name: e5-small-v2}\n" + ROUTES);
    for (String routers :
        new String[] {
          "[{use: utterance, with: {routes: %s}}]",
          "[{use: utterance, grid: {routes: [%s]}}]",
          "[{use: utterance, grid: [{routes: [%s]}]}]"
        }) {
      Path results = folder.resolve("results");
      assertThatThrownBy(() -> run(results, routers, file))
          .hasMessageContaining("for the encoder 'e5-small-v2' but 'hashing'");
      assertThat(results).doesNotExist();
    }
    assertThatThrownBy(() -> run(folder, "[{use: utterance, with: {routes: nowhere.yaml}}]"))
        .hasMessageContaining("no such file of routes: nowhere.yaml");
  }

  @Test
  void otherRoutersMayHaveAHyperParameterOfThatName() {
    ObjectNode with = RecordBinder.JSON.createObjectNode().put("routes", "nowhere.yaml");
    ExperimentConfig.RouterConfig router =
        new ExperimentConfig.RouterConfig("other", null, with, null, null);
    assertThatCode(() -> NamedRoutes.requireEncoder(router, null)).doesNotThrowAnyException();
  }

  private void run(Path results, String routers, Object... files) throws IOException {
    String text =
        "name: named\ndataset: synthetic\nlimit: 120\nencoders: [hashing]\nresamples: 50\n"
            + "routers: "
            + String.format(routers, files)
            + "\n";
    Runner.run(
        ShippedExperiments.parse("named.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
  }
}
