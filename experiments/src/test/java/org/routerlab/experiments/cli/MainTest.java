package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Paper;
import org.routerlab.core.RoutingMethod;
import org.routerlab.experiments.RouterRegistry;

class MainTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int routerlab(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int run(String yaml) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, yaml);
    return routerlab(
        "run",
        file.toString(),
        "--quiet",
        "--data=" + folder,
        "--cache=" + folder.resolve("cache"),
        "--out=" + folder.resolve("results"));
  }

  private static final String MINE =
      """
      name: mine
      dataset: a2b-mini
      encoders: [hashing]
      resamples: 100
      routers: [{use: knn, with: {k: 5}}]
      """;

  @Test
  void aRunPrintsItsTableAndEndsWithZero() throws IOException {
    assertThat(run(MINE)).isZero();
    assertThat(out.toString()).contains("Best Single (train)", "knn", "Oracle", "1 of 1 trainings");
    assertThat(err.toString()).isEmpty();
    for (String table : new String[] {"table.md", "table.tex", "table.csv", "index.html"}) {
      assertThat(folder.resolve("results").resolve(table)).isNotEmptyFile();
    }
  }

  @Test
  void howLongEachRouterTookIsToldOnRequestOnly() throws IOException {
    run(MINE);
    String results = folder.resolve("results").toString();
    routerlab("report", results);
    assertThat(out.toString()).doesNotContain("peak heap");
    assertThat(routerlab("report", results, "--timings")).isZero();
    assertThat(out.toString()).contains("router  trainings", "MiB, of it heap ");
    JsonNode timing = new ObjectMapper().readTree(folder.resolve("results/timing.json").toFile());
    assertThat(timing.path("peak heap MiB").asLong()).isPositive();
    JsonNode knn = timing.path("routers").path("knn");
    assertThat(knn.path("trainings").asInt()).isEqualTo(1);
    assertThat(knn.path("seconds").asDouble()).isPositive();
    assertThat(knn.path("median seconds of a training").asDouble())
        .isEqualTo(knn.path("seconds").asDouble());
  }

  @Test
  void routersAreListedWithTheirPaperAndTheRestAsJsonOnly() throws IOException {
    routerlab("list", "routers");
    assertThat(out.toString())
        .contains("RouterBench: A Benchmark for Multi-LLM Routing System; https://arxiv.org/abs/")
        .doesNotContain("\"k\":50");
    routerlab("list", "routers", "--json");
    JsonNode knn =
        new ObjectMapper()
            .readTree(out.toString()).findParents("name").stream()
                .filter(entry -> entry.get("name").asText().equals("knn"))
                .findFirst()
                .orElseThrow();
    assertThat(knn.get("hyperParameters").asText()).isEqualTo("{\"k\":50}");
    assertThat(knn.get("deviations").asText()).isNotBlank();
  }

  @Test
  void everyRegisteredRouterIsListedOnceWithItsPaper() {
    routerlab("list", "routers");
    for (RoutingMethod method : RouterRegistry.load().methods()) {
      Paper paper = method.getClass().getAnnotation(Paper.class);
      assertThat(listed(method.name()))
          .singleElement(as(STRING))
          .endsWith("  " + paper.title() + "; " + paper.url());
    }
  }

  /** Those that once were there, so that none is lost by a line of the registration. */
  @Test
  void everyRouterReferenceAndTheBatchAllocationIsListed() throws IOException {
    routerlab("list", "routers");
    try (InputStream names = MainTest.class.getResourceAsStream("routers.txt")) {
      for (String name : new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        assertThat(listed(name))
            .as(name)
            .singleElement(as(STRING))
            .matches(name + "  +\\p{Lu}.{10,}");
      }
    }
  }

  private List<String> listed(String name) {
    return out.toString()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name + " "))
        .toList();
  }

  @Test
  void aRunSaysFirstHowManyTrainingsArePlanned() throws IOException {
    run(MINE);
    assertThat(out.toString()).startsWith("1 configuration: 1 training planned;");
  }

  @Test
  void aFailedExpectationEndsWithOne() throws IOException {
    assertThat(run(MINE + "expect: [{router: knn, metric: accuracy, value: 7}]\n")).isEqualTo(1);
  }

  @Test
  void badInputIsOneLineAndEndsWithTwo() throws IOException {
    assertOneLine(run(MINE.replace("knn", "knnn")), "unknown router 'knnn'; did you mean 'knn'?");
    assertOneLine(run(MINE.replace("hashing", "hashin")), "did you mean 'hashing'?");
    assertOneLine(run(MINE.replace("a2b-mini", "a3b-mini")), "a3b-mini");
    assertOneLine(run(MINE.replace("k: 5", "kk: 5")), "unknown key 'kk'; did you mean 'k'?");
    assertOneLine(run(MINE.replace("k: 5", "k: 0")), "k must be > 0 but is 0");
    assertOneLine(run(MINE + "select: {metric: acuracy}\n"), "did you mean 'accuracy'?");
    assertOneLine(run(MINE + "groupBy: lang\n"), "unknown tag in groupBy 'lang'");
    assertOneLine(run(MINE + "holdOuts: [chat]\n"), "unknown group to hold out 'chat'");
    assertOneLine(run(MINE + "subsets: [langage]\n"), "did you mean 'language'?");
    assertOneLine(run("name: [\n"), "mine.yaml, line");
    assertOneLine(routerlab("run", "nowhere.yaml"), "no such file: nowhere.yaml");
    assertOneLine(routerlab("run", "quikstart"), "did you mean 'quickstart'?");
    assertOneLine(routerlab("verify", folder.toString()), "a results folder with config.yaml");
    assertOneLine(routerlab("report", folder.toString()), "a results folder with results.csv");
  }

  private void assertOneLine(int code, String part) {
    assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
    assertThat(err.toString()).startsWith("routerlab: ").contains(part);
    assertThat(code).isEqualTo(2);
  }

  @Test
  void badUsageShowsTheUsageAndEndsWithTwo() {
    assertThat(routerlab()).isEqualTo(2);
    assertThat(err.toString()).contains("a verb is missing", "Usage: routerlab");
    assertThat(routerlab("ran")).isEqualTo(2);
    assertThat(routerlab("run")).isEqualTo(2);
    assertThat(routerlab("run", "quickstart", "--threads=0")).isEqualTo(2);
  }

  @Test
  void everythingThatIsListedIsAlsoListedAsJson() throws IOException {
    assertThat(routerlab("list", "--data=" + folder)).isZero();
    assertThat(out.toString()).contains("knn", "a2b-mini", "hashing", "quickstart", "gap-closed");
    for (String kind : new String[] {"routers", "datasets", "encoders", "experiments", "metrics"}) {
      assertThat(routerlab("list", kind, "--json", "--data=" + folder)).isZero();
      JsonNode list = new ObjectMapper().readTree(out.toString());
      assertThat(list.isArray()).isTrue();
      assertThat(list.get(0).get("name").asText()).isNotBlank();
    }
  }

  @Test
  void aTextIsRoutedWithItsReasons() throws IOException {
    assertThat(
            routerlab(
                "route",
                "fix this segmentation fault in C++",
                "--encoder=hashing",
                "--quiet",
                "--cache=" + folder))
        .isZero();
    assertThat(out.toString()).contains("route ", "margin", "nearest utterances");
    routerlab("route", "write a poem", "--json", "--encoder=hashing", "--cache=" + folder);
    JsonNode decision = new ObjectMapper().readTree(out.toString());
    assertThat(decision.get("similarities").size()).isEqualTo(5);
  }

  @Test
  void textsAreEmbeddedOnce() {
    String cache = "--cache=" + folder;
    assertThat(routerlab("embed", "--encoder=hashing", "--quiet", cache, "one", "two")).isZero();
    assertThat(out.toString()).contains("0 from the cache, 2 embedded");
    routerlab("embed", "--encoder=hashing", "--quiet", cache, "one", "three");
    assertThat(out.toString()).contains("1 from the cache, 1 embedded");
  }

  @Test
  void theMachineIsDescribed() {
    assertThat(routerlab("sys-info")).isZero();
    assertThat(out.toString()).contains("java", "kernels", "cache folder");
    assertThat(routerlab("version")).isZero();
    assertThat(out.toString()).startsWith("RouterLab ");
    assertThat(routerlab("help")).isZero();
    assertThat(out.toString()).contains("Exit codes");
  }
}
