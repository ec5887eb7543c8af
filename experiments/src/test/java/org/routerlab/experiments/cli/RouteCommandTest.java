package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCommandTest {

  private static final String EXAMPLE = "../docs/examples/my-routes.yaml";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int route(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("route", "--quiet", "--cache=" + folder));
    all.addAll(List.of(arguments));
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void aTextGoesToARouteOfTheExample() {
    assertThat(
            route("--encoder=hashing", "--routes", EXAMPLE, "fix this segmentation fault in C++"))
        .isZero();
    assertThat(out.toString())
        .contains(
            "route    code",
            "model    coder-large",
            "encoder  hashing",
            ", without the weight of its route",
            "routes, weights added",
            "fallback no: the threshold 0.250 is reached",
            "code              fix this crash in my C++ program");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theDefaultEncoderRoutesTheSame() {
    assertThat(route("--routes", EXAMPLE, "fix this segmentation fault in C++")).isZero();
    assertThat(out.toString()).contains("route    code");
  }

  @Test
  void optionsReplaceWhatTheFileSays() {
    String[] text = {"--encoder=hashing", "--routes", EXAMPLE, "zebra"};
    route(text);
    assertThat(out.toString())
        .contains("route    small-talk", "fallback yes: no route reached the threshold 0.2");
    route(with(text, "--fallback=none"));
    assertThat(out.toString()).contains("route    none", "and there is no fall-back route");
    route(with(text, "--fallback=maths", "--top=7"));
    assertThat(out.toString()).contains("route    maths");
    assertThat(out.toString().lines().filter(line -> line.startsWith("  "))).hasSize(3 + 7);
    route(with(text, "--threshold=-1"));
    assertThat(out.toString()).contains("fallback no: the threshold -1.000 is reached");
  }

  @Test
  void aFileIsRoutedLineByLine() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "tell me a joke\nzebra\n");
    route("--encoder=hashing", "--routes", EXAMPLE, "--file", texts.toString());
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("small-talk\t1\\.000\t[01]\\.\\d{3}\treached\ttell me a joke");
    Path lines =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            "{\"text\": \"tell me a joke\", \"id\": 1}\n{\"text\": \"zebra\"}\n");
    route("--encoder=hashing", "--routes", EXAMPLE, "--json", "--file", lines.toString());
    List<String> printed = out.toString().lines().toList();
    assertThat(printed).hasSize(2);
    JsonNode second = new ObjectMapper().readTree(printed.get(1));
    assertThat(second.path("text").asText()).isEqualTo("zebra");
    assertThat(second.path("route").asText()).isEqualTo("small-talk");
    assertThat(second.path("model").asText()).isEqualTo("small-chat");
    assertThat(second.path("encoder").asText()).isEqualTo("hashing");
    assertThat(second.path("threshold").toString()).isIn("0.2", "0.25");
    assertThat(second.path("reason").asText()).isEqualTo("FALLBACK");
    assertThat(second.path("fellBack").asBoolean()).isTrue();
    assertThat(second.path("nearest").get(0).path("utterance").asText()).isNotBlank();
  }

  @Test
  void aRouterOfSemanticRouterChoosesItsOwnEncoder() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("router.json"),
            """
            {"encoder_type": "custom", "encoder_name": "someone/Hashing", "routes": [
              {"name": "chitchat", "utterances": ["how is the weather"], "score_threshold": 0.5},
              {"name": "politics", "utterances": ["vote for me"], "score_threshold": 0.5}]}
            """);
    assertThat(route("--routes", file.toString(), "vote for me")).isZero();
    assertThat(out.toString()).contains("route    politics", "score    1.000");
    route("--routes", file.toString(), "zebra");
    assertThat(out.toString()).contains("route    none");
  }

  @Test
  void thresholdsOfAnotherEncoderAreRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("fitted.yaml"),
            """
            encoder: {name: hashing, fingerprint: "00"}
            routes:
              - {name: a, utterances: [x]}
              - {name: b, utterances: [y]}
            """);
    assertFails("these routes are for the encoder 'hashing'", "--routes", file.toString(), "text");
  }

  private static final String TWO =
      """
      routes:
        - {name: a, utterances: [x]}
        - {name: b, utterances: [y]}
      """;

  @Test
  void anEncoderThatAFileNamesIsTheOneThatIsUsed() throws IOException {
    Path known =
        Files.writeString(folder.resolve("known.yaml"), "encoder: {name: hashing}\n" + TWO);
    route("--routes", known.toString(), "x");
    assertThat(out.toString()).contains("route    a", "encoder  hashing");
    assertFails(
        "known.yaml: these routes are for the encoder 'hashing' but 'all-minilm-l6-v2'",
        "--encoder=all-minilm-l6-v2",
        "--routes",
        known.toString(),
        "x");
    Path unknown =
        Files.writeString(folder.resolve("unknown.yaml"), "encoder: {name: nosuch}\n" + TWO);
    assertFails(
        "unknown.yaml, encoder.name: expected a shipped encoder, found unknown encoder 'nosuch'",
        "--routes",
        unknown.toString(),
        "x");
    assertFails(
        "for the encoder 'nosuch' but 'hashing'",
        "--encoder=hashing",
        "--routes",
        unknown.toString(),
        "x");
  }

  @Test
  void thresholdsThatAnotherProgramMadeForAnotherEncoderAreWarnedOf() throws IOException {
    String text =
        """
        {"encoder_type": "openai", "encoder_name": "text-embedding-3-small", "routes": [
          {"name": "chitchat", "utterances": ["how is the weather"], "score_threshold": 0.82},
          {"name": "politics", "utterances": ["vote for me"], "score_threshold": null}]}
        """;
    Path file = Files.writeString(folder.resolve("router.json"), text);
    String[] arguments = {"--encoder=hashing", "--routes", file.toString(), "vote for me"};
    assertThat(route(arguments)).isZero();
    assertThat(out.toString()).contains("route    politics", "encoder  hashing");
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("routerlab: warning: ")
        .contains(
            "router.json: the thresholds were made for the encoder 'text-embedding-3-small'",
            "similarities of 'hashing'");
    Files.writeString(file, text.replace("0.82", "null"));
    route(arguments);
    assertThat(err.toString()).as("without thresholds").isEmpty();
    Files.writeString(file, text.replace("text-embedding-3-small", "someone/Hashing"));
    route(arguments);
    assertThat(err.toString()).as("the encoder of the file").isEmpty();
  }

  @Test
  void aShippedSetIsChosenByName() {
    String[] text = {"--encoder=hashing", "--top=1", "compose a poem"};
    route(text);
    String usual = out.toString();
    route(with(text, "--set=a2b"));
    assertThat(out.toString()).isEqualTo(usual);
    route(with(text, "--set=intermediate", "--utterances-per-route=64"));
    assertThat(out.toString()).isNotEqualTo(usual).contains("route    ", "nearest utterances");
    assertFails(
        "unknown utterance set 'intermediat'; did you mean", with(text, "--set=intermediat"));
    assertFails(
        "--set is for the shipped routes and must not be given with --routes",
        with(text, "--set=simple", "--routes", EXAMPLE));
    assertFails(
        "--utterances-per-route is for the shipped routes",
        with(text, "--utterances-per-route=5", "--routes", EXAMPLE));
  }

  @Test
  void blankLinesAndAByteOrderMarkAreNoTexts() throws IOException {
    Path texts =
        Files.writeString(folder.resolve("texts.txt"), "\uFEFFtell me a joke\n\n zebra\n  \n\n");
    route("--encoder=hashing", "--routes", EXAMPLE, "--file", texts.toString());
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(out.toString()).contains("small-talk\t1.000\t").contains("\ttell me a joke");
    Path lines =
        Files.writeString(
            folder.resolve("texts.jsonl"), "\uFEFF{\"text\": \"zebra\"}\n\n{\"text\": 1}\n");
    assertFails("texts.jsonl, line 3: expected a JSON object", "--file", lines.toString());
  }

  @Test
  void theMarginOfAFallbackIsNegative() {
    route("--encoder=hashing", "--threshold=0.9", "--fallback=general-chat", "review my essay");
    assertThat(out.toString())
        .contains("route    general-chat")
        .containsPattern(
            "margin   -0\\.\\d{3} to the best other route, which misses its threshold");
    route("--encoder=hashing", "--threshold=0.9", "--fallback=none", "review my essay");
    assertThat(out.toString())
        .containsPattern("margin   0\\.\\d{3} of the best route over the next");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    assertFails("there must be a TEXT or --file FILE, and not both");
    assertFails("and not both", "text", "--file=x");
    assertFails("no such file of texts: x", "--file=x");
    assertFails("no such file of routes: x", "--routes=x", "text");
    assertFails("did you mean 'general-chat'", "--fallback=general-cat", "text");
    assertFails("threshold must be in [-1.0, 1.0]", "--threshold=7", "text");
    assertFails("--top must be at least 1 but is 0", "--encoder=hashing", "--top=0", "text");
    Path blank = Files.writeString(folder.resolve("blank.txt"), "\n \n");
    assertFails("expected at least one text, found none", "--file", blank.toString());
    Path lines = Files.writeString(folder.resolve("lines.jsonl"), "{\"text\": 1}\n");
    assertFails("line 1: expected a JSON object with a text", "--file", lines.toString());
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    assertFails("expected at least one text, found none", "--file", empty.toString());
  }

  private void assertFails(String part, String... arguments) {
    assertThat(route(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("routerlab: ").contains(part);
    assertThat(err.toString().lines()).hasSize(1);
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
