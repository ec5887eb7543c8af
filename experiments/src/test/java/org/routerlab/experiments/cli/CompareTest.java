package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

  @TempDir private static Path folder;

  private static Path results;
  private static StoredDecisions knn;
  private static StoredDecisions mlp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void runAnExperiment() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        name: mine
        dataset: a2b-mini
        encoders: [hashing]
        resamples: 500
        seeds: [1, 2]
        routers: [{use: knn, grid: {k: [5, 20]}}, utterance, {use: mlp, with: {hidden: [8]}}]
        """);
    results = folder.resolve("results");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    int code =
        Main.execute(
            nowhere,
            nowhere,
            "run",
            file.toString(),
            "--quiet",
            "--data=" + folder,
            "--cache=" + folder.resolve("cache"),
            "--out=" + results);
    assertThat(code).isZero();
    String chosen =
        Files.readAllLines(results.resolve("configurations.csv")).stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[1].equals("knn") && cells[5].equals("true"))
            .map(cells -> cells[2])
            .findFirst()
            .orElseThrow();
    knn = StoredDecisions.of(results, folder, "hashing", "knn", chosen);
    mlp = StoredDecisions.of(results, folder, "hashing", "mlp", "mlp");
  }

  private int routerlab(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add(1, results.toString());
    all.addAll(List.of("--quiet", "--data=" + folder));
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--json");
    assertThat(routerlab(all.toArray(String[]::new))).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void theDifferenceIsThatOfTheStoredDecisions() throws IOException {
    JsonNode found = json("compare", "knn", "mlp");
    assertThat(knn.runs()).isEqualTo(2);
    assertThat(knn.queries).hasSize(165);
    assertThat(found.at("/first/value/value").asDouble()).isCloseTo(knn.accuracy(), within(1e-12));
    assertThat(found.at("/second/value/value").asDouble()).isCloseTo(mlp.accuracy(), within(1e-12));
    assertThat(found.at("/difference/value").asDouble())
        .isCloseTo(knn.accuracy() - mlp.accuracy(), within(1e-12));
    assertThat(found.at("/queries").asInt()).isEqualTo(165);
    assertThat(texts(found.at("/family"))).containsExactly("knn", "utterance");
    double p = found.at("/p").asDouble();
    assertThat(found.at("/correctedP").asDouble()).isBetween(p, 2 * p);
  }

  @Test
  void theIntervalIsThatOfTheResultsFolder() throws IOException {
    String[] row =
        Files.readAllLines(results.resolve("comparisons.csv")).stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[2].equals("accuracy") && cells[3].equals("mlp"))
            .findFirst()
            .orElseThrow();
    JsonNode found = json("compare", "mlp", row[4]);
    assertThat(found.at("/difference/value").asDouble()).isEqualTo(Double.parseDouble(row[5]));
    assertThat(found.at("/difference/low").asDouble()).isEqualTo(Double.parseDouble(row[6]));
    assertThat(found.at("/difference/high").asDouble()).isEqualTo(Double.parseDouble(row[7]));
  }

  @Test
  void theStandardErrorAndWhatItDetectsFollowFromPerQueryDifferences() throws IOException {
    JsonNode found = json("compare", "knn", "mlp");
    double mean = knn.accuracy() - mlp.accuracy();
    double squares =
        knn.queries.keySet().stream()
            .mapToDouble(id -> knn.right(id) - mlp.right(id) - mean)
            .map(deviation -> deviation * deviation)
            .sum();
    double error = Math.sqrt(squares / 164 / 165);
    assertThat(found.at("/standardError").asDouble()).isCloseTo(error, within(1e-12));
    assertThat(found.at("/minimumDetectable").asDouble())
        .isCloseTo((1.959963985 + .841621234) * error, within(1e-9));
  }

  @Test
  void winsTiesAndLossesAreMeansOverAllPairsOfRuns() throws IOException {
    JsonNode found = json("compare", "knn", "mlp");
    double wins = 0;
    double losses = 0;
    for (String id : knn.queries.keySet()) {
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          wins += knn.isRight(a, id) && !mlp.isRight(b, id) ? .25 : 0;
          losses += !knn.isRight(a, id) && mlp.isRight(b, id) ? .25 : 0;
        }
      }
    }
    assertThat(wins).isPositive();
    assertThat(found.at("/scores/wins").asDouble()).isEqualTo(wins);
    assertThat(found.at("/scores/losses").asDouble()).isEqualTo(losses);
    assertThat(found.at("/scores/ties").asDouble()).isEqualTo(165 - wins - losses);
  }

  @Test
  void disagreementsAreAllQueriesThatOneGetsRightMoreOftenTheClearestFirst() throws IOException {
    JsonNode found = json("compare", "knn", "mlp", "--top=1000");
    check(found.at("/onlyFirst"), knn, mlp);
    check(found.at("/onlySecond"), mlp, knn);
    JsonNode first = found.at("/onlyFirst/top/0");
    String id = first.at("/id").asText();
    assertThat(first.at("/text").asText()).isEqualTo(knn.queries.get(id).text());
    assertThat(first.at("/dataset").asText()).isEqualTo(knn.queries.get(id).dataset());
    assertThat(first.at("/firstRight").asDouble()).isEqualTo(knn.right(id));
    assertThat(first.at("/firstChose").at("/" + knn.decision(0, id)).asDouble()).isPositive();
  }

  private static void check(JsonNode found, StoredDecisions right, StoredDecisions wrong) {
    List<String> expected =
        right.queries.keySet().stream()
            .filter(id -> right.right(id) > wrong.right(id))
            .sorted(
                (a, b) -> {
                  double lead = right.right(b) - wrong.right(b) - right.right(a) + wrong.right(a);
                  double margin = right.margin(b) - right.margin(a);
                  return lead != 0 ? (lead > 0 ? 1 : -1) : (int) Math.signum(margin);
                })
            .toList();
    assertThat(found.at("/count").asInt()).isEqualTo(expected.size());
    assertThat(
            StreamSupport.stream(found.at("/top").spliterator(), false)
                .map(query -> query.at("/id").asText()))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void aReferenceIsComparedAsAFurtherMemberOfTheFamily() throws IOException {
    JsonNode found = json("compare", "random", "knn", "--top=1");
    assertThat(texts(found.at("/family"))).containsExactly("utterance", "mlp", "random");
    assertThat(found.at("/first/value/value").asDouble()).isCloseTo(.2, within(1e-12));
    assertThat(found.at("/first/deployable").asBoolean()).isTrue();
    assertThat(routerlab("compare", "oracle", "knn")).isZero();
    assertThat(out.toString()).contains("one run, hindsight: it has seen test outcomes");
    assertThat(found.at("/onlyFirst/top/0/firstChose")).hasSize(5);
    assertThat(found.at("/onlyFirst/top/0/margin").isNull()).isTrue();
  }

  @Test
  void anyMetricOfTheExperimentCanBeComparedBy() throws IOException {
    JsonNode found = json("compare", "knn", "mlp", "--metric=oracle-gap", "--top=0");
    assertThat(found.at("/better").asText()).isEqualTo("LOWER");
    assertThat(found.at("/difference/value").asDouble())
        .isCloseTo(100 * (mlp.accuracy() - knn.accuracy()), within(1e-9));
    assertThat(found.at("/onlyFirst/count").asInt()).isPositive();
    assertThat(found.at("/onlyFirst/top")).isEmpty();
  }

  @Test
  void theTextSaysWhatTheFamilyIsAndIsTheSameEachTime() {
    assertThat(routerlab("compare", "knn", "mlp", "--top=2", "--encoder=hashing")).isZero();
    String once = out.toString();
    assertThat(once)
        .startsWith("knn against mlp on a2b-mini (test), encoder hashing, by accuracy (fraction,")
        .contains(
            "after Holm's correction for 2 comparisons with mlp: all routers of the experiment")
        .contains("detectable", "95 % interval of 500 paired resamples of 165 queries")
        .contains("knn is right in a greater share of runs: ", "the clearest 2", "margin of knn ");
    routerlab("compare", "knn", "mlp", "--top=2");
    assertThat(out.toString()).isEqualTo(once);
  }

  @Test
  void withoutRoutersAllAreLinedUpWithTheLettersOfTheirGroups() throws IOException {
    JsonNode found = json("compare");
    List<JsonNode> places =
        StreamSupport.stream(found.at("/routers").spliterator(), false).toList();
    assertThat(places)
        .extracting(place -> place.at("/router").asText())
        .containsExactlyInAnyOrder("knn", "utterance", "mlp");
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode place : places) {
      String router = place.at("/router").asText();
      double value = place.at("/value/value").asDouble();
      assertThat(value).isLessThanOrEqualTo(last);
      if (router.equals("knn")) {
        assertThat(value).isCloseTo(knn.accuracy(), within(1e-12));
      }
      StringBuilder letters = new StringBuilder();
      for (int group = 0; group < found.at("/groups").size(); group++) {
        boolean isIn = texts(found.at("/groups").get(group)).contains(router);
        letters.append(isIn ? (char) ('a' + group) : "");
      }
      assertThat(place.at("/letters").asText()).isEqualTo(letters.toString()).isNotEmpty();
      last = value;
    }
    assertThat(routerlab("compare")).isZero();
    assertThat(out.toString()).contains("by accuracy (fraction)", "Routers that share a letter");
    assertThat(routerlab("compare", "knn")).isEqualTo(2);
    assertThat(err.toString()).contains("a baseline is missing: the router to compare knn with");
  }

  @Test
  void aDiagnosisHasTheFiguresOfTheStoredDecisionsWorstDatasetFirst() throws IOException {
    JsonNode found = json("diagnose", "knn", "--top=1000");
    assertThat(found.at("/all/accuracy/value").asDouble()).isCloseTo(knn.accuracy(), within(1e-12));
    assertThat(found.at("/datasetCount").asInt()).isEqualTo(5);
    assertThat(found.at("/datasets")).hasSize(5);
    String single = found.at("/bestSingle").asText();
    double last = Double.NEGATIVE_INFINITY;
    for (JsonNode dataset : found.at("/datasets")) {
      String name = dataset.at("/name").asText();
      List<String> ids =
          knn.queries.keySet().stream()
              .filter(id -> knn.queries.get(id).dataset().equals(name))
              .toList();
      double accuracy = ids.stream().mapToDouble(knn::right).average().orElseThrow();
      double ofSingle = single.equals(name) ? 1 : 0;
      assertThat(dataset.at("/queries").asInt()).isEqualTo(ids.size());
      assertThat(dataset.at("/accuracy/value").asDouble()).isCloseTo(accuracy, within(1e-12));
      assertThat(dataset.at("/bestSingle/value").asDouble()).isEqualTo(ofSingle);
      assertThat(dataset.at("/oracle/value").asDouble()).isEqualTo(1);
      double gained = dataset.at("/gained/value").asDouble();
      assertThat(gained).isCloseTo(accuracy - ofSingle, within(1e-12)).isGreaterThanOrEqualTo(last);
      assertThat(dataset.at("/missed/value").asDouble()).isCloseTo(1 - accuracy, within(1e-12));
      assertThat(dataset.at("/gained/low").asDouble()).isLessThanOrEqualTo(gained);
      assertThat(dataset.at("/gained/high").asDouble()).isGreaterThanOrEqualTo(gained);
      last = gained;
    }
  }

  @Test
  void theIntervalOfADiagnosisIsThatOfTheResultsFolder() throws IOException {
    String[] row =
        Files.readAllLines(results.resolve("results.csv")).stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[2].equals("dataset:general-chat") && cells[3].equals("mlp"))
            .filter(cells -> cells[6].equals("accuracy") && cells[5].equals("all"))
            .findFirst()
            .orElseThrow();
    JsonNode found =
        StreamSupport.stream(json("diagnose", "mlp").at("/datasets").spliterator(), false)
            .filter(dataset -> dataset.at("/name").asText().equals("general-chat"))
            .findFirst()
            .orElseThrow();
    assertThat(found.at("/accuracy/low").asDouble()).isEqualTo(Double.parseDouble(row[8]));
    assertThat(found.at("/accuracy/high").asDouble()).isEqualTo(Double.parseDouble(row[9]));
  }

  @Test
  void mistakesAreAllThatAnyRunMakesTheMostConfidentFirst() throws IOException {
    JsonNode found = json("diagnose", "mlp", "--top=1000");
    long wrong = mlp.queries.keySet().stream().filter(id -> mlp.right(id) < 1).count();
    assertThat(found.at("/mistakeCount").asLong()).isEqualTo(wrong);
    assertThat(found.at("/mistakes")).hasSize((int) wrong);
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode mistake : found.at("/mistakes")) {
      String id = mistake.at("/id").asText();
      double confidence = 0;
      int runs = 0;
      for (int run = 0; run < 2; run++) {
        confidence += mlp.isRight(run, id) ? 0 : mlp.predicted(run, id);
        runs += mlp.isRight(run, id) ? 0 : 1;
      }
      assertThat(mistake.at("/wrongRuns").asInt()).isEqualTo(runs);
      double predicted = mistake.at("/confidence").asDouble();
      assertThat(predicted).isCloseTo(confidence / runs, within(1e-9)).isLessThanOrEqualTo(last);
      assertThat(texts(mistake.at("/right"))).containsExactly(mlp.queries.get(id).dataset());
      assertThat(mistake.at("/chosen").has(mlp.queries.get(id).dataset())).isFalse();
      last = predicted;
    }
  }

  @Test
  void aRouterWithoutScoresAndOneThatDrawsAreDiagnosedToo() throws IOException {
    assertThat(routerlab("diagnose", "best-single")).isZero();
    assertThat(out.toString()).contains("there are no scores", "difference +0.0000");
    assertThat(json("diagnose", "best-single").at("/mistakes/0/confidence").isNull()).isTrue();
    assertThat(json("diagnose", "random").at("/mistakeCount").asInt()).isZero();
  }

  @Test
  void theTextOfADiagnosisNamesDatasetsAndMistakes() {
    assertThat(routerlab("diagnose", "mlp", "--top=2")).isZero();
    assertThat(out.toString())
        .startsWith("mlp on a2b-mini (test), encoder hashing, mean of 2 runs")
        .contains("worst 2 of 5 datasets, against the best single model on training queries (")
        .contains("the most confident 2 by predicted probability", "; right: ", "missed");
  }

  @Test
  void whatIsUnknownIsOneLineThatSaysWhatIsKnown() throws IOException {
    assertOneLine(routerlab("compare", "knnn", "mlp"), "did you mean 'knn'? known: [best-single,");
    assertOneLine(routerlab("compare", "knn", "nobody"), "unknown router 'nobody'; known: [best");
    assertOneLine(routerlab("compare", "knn", "knn"), "two different routers");
    assertOneLine(routerlab("compare", "knn", "mlp", "--metric=acuracy"), "'accuracy'? known: [");
    assertOneLine(
        routerlab("compare", "knn", "mlp", "--encoder=mini"), "unknown encoder 'mini'; known: [h");
    assertOneLine(routerlab("compare", "knn", "mlp", "--top=-1"), "top must be in [0,");
    assertOneLine(routerlab("diagnose", "kn"), "did you mean 'knn'?");
    Path real = results;
    results = folder;
    try {
      assertOneLine(routerlab("diagnose", "knn"), "a results folder with config.yaml");
    } finally {
      results = real;
    }
  }

  @Test
  void ofSeveralEncodersOneMustBeNamed() throws IOException {
    Path real = results;
    results = folder.resolve("two");
    try {
      copy(real, results);
      for (String file : new String[] {"cells.csv", "configurations.csv"}) {
        List<String> lines = new ArrayList<>(Files.readAllLines(results.resolve(file)));
        List<String> more =
            lines.stream()
                .filter(line -> line.startsWith("hashing"))
                .map(line -> line.replaceFirst("hashing", "another"))
                .toList();
        lines.addAll(more);
        Files.write(results.resolve(file), lines);
      }
      assertOneLine(
          routerlab("compare", "knn", "mlp"),
          "of several encoders, of which one must be named (--encoder): [hashing, another]");
      assertThat(json("compare", "knn", "mlp", "--encoder=another").at("/encoder").asText())
          .isEqualTo("another");
    } finally {
      results = real;
    }
  }

  @Test
  void changedPredictionsAndAChangedBenchmarkAreBadInput() throws IOException {
    Path real = results;
    results = folder.resolve("changed");
    try {
      copy(real, results);
      Path provenance = results.resolve("provenance.json");
      String text = Files.readString(provenance);
      String now = new ObjectMapper().readTree(text).path("dataset").path("fingerprint").asText();
      Files.writeString(provenance, text.replace(now, "other"));
      assertOneLine(routerlab("diagnose", "knn"), "fingerprint other as when it was run, found ");
      Files.writeString(provenance, text);
      try (var files = Files.walk(results.resolve("cells"))) {
        for (Path file : files.filter(path -> path.endsWith("test.csv")).toList()) {
          Files.writeString(file, Files.readString(file) + "\n");
        }
      }
      assertOneLine(routerlab("diagnose", "knn"), "as when it was written");
      Files.writeString(results.resolve("configurations.csv"), "encoder,router\nhashing,knn\n");
      assertOneLine(
          routerlab("diagnose", "knn"), "configurations.csv: expected the columns that a");
    } finally {
      results = real;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private void assertOneLine(int code, String part) {
    assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
    assertThat(err.toString()).startsWith("routerlab: ").contains(part);
    assertThat(code).isEqualTo(2);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
