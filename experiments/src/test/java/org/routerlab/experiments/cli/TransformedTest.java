package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of a benchmark that a comparison of texts has changed. */
class TransformedTest {

  @TempDir private static Path folder;

  private static Path results;

  @BeforeAll
  static void runAnExperiment() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        name: mine
        dataset: a2b-mini
        encoders: [hashing]
        resamples: 100
        seeds: [1]
        transforms: [deduplicate: {threshold: 0.7}]
        variants: {fewer: [deduplicate: {threshold: 0.6}]}
        tables: [who-routes-the-router]
        routers: [{use: knn, with: {k: 5}}, {use: mlp, with: {hidden: [8]}}]
        """);
    results = folder.resolve("results");
    assertThat(routerlab("run", file.toString(), "--out=" + results)).isEmpty();
  }

  @Test
  void areComparedAndDiagnosed() {
    for (Path each : List.of(results, results.resolve("variants/fewer"))) {
      assertThat(routerlab("compare", each.toString())).isEmpty();
      assertThat(routerlab("compare", each.toString(), "knn", "mlp")).isEmpty();
      assertThat(routerlab("diagnose", each.toString(), "knn")).isEmpty();
    }
  }

  @Test
  void areVerifiedWithTheirVariantsAndTables() {
    assertThat(results.resolve("analyses.json")).isRegularFile();
    assertThat(routerlab("verify", results.toString())).isEmpty();
  }

  /** What went wrong; empty for a success. */
  private static String routerlab(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--quiet", "--data=" + folder, "--cache=" + folder.resolve("cache")));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return code == 0 ? "" : code + ": " + err + out;
  }
}
