package org.routerlab.experiments.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.semantic.Aggregation;
import org.routerlab.semantic.FitGoal;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.Similarity;
import org.routerlab.semantic.ThresholdFit;

class RouteFileTest {

  @TempDir private Path folder;

  @Test
  void theExampleOfTheDocsSaysEverythingThatRoutesCanSay() throws IOException {
    RouteFile file = RouteFile.read(Path.of("..", "docs", "examples", "my-routes.yaml"));
    RouteSet set = file.routes();
    assertThat(set.names()).containsExactly("code", "maths", "small-talk");
    assertThat(set.threshold()).isEqualTo(0.2);
    assertThat(set.fallback()).isEqualTo("small-talk");
    assertThat(set.routes().get(0).threshold()).hasValue(0.25);
    assertThat(set.routes().get(1).weight()).isEqualTo(0.02);
    assertThat(set.similarity()).isEqualTo(Similarity.HIGHEST_COSINE);
    assertThat(file.models()).containsEntry("code", "coder-large").hasSize(3);
  }

  @Test
  void theDocsShowTheExampleAsItIs() throws IOException {
    String example = Files.readString(Path.of("..", "docs", "examples", "my-routes.yaml"));
    assertThat(Files.readString(Path.of("..", "docs", "formats.md"))).contains(example);
  }

  @Test
  void whatIsNotSaidIsThePlainRouterThatAbstains() throws IOException {
    RouteSet set = read("{routes: [{name: a, utterances: [x]}, {name: b, utterances: [y]}]}");
    assertThat(set)
        .isEqualTo(
            new RouteSet(
                List.of(new Route("a", List.of("x")), new Route("b", List.of("y"))),
                -1,
                "",
                true,
                Similarity.HIGHEST_COSINE));
  }

  @Test
  void theMeasureOfSimilarityIsRead() throws IOException {
    RouteSet set =
        read(
            """
            aggregation: sum
            topK: 3
            dense: 0.5
            k1: 2
            b: 0
            threshold: 2.5
            routes:
              - {name: a, utterances: [x]}
              - {name: b, utterances: [y]}
            """);
    assertThat(set.similarity()).isEqualTo(new Similarity(Aggregation.SUM, 3, 0.5, 2, 0));
    assertThat(set.threshold()).isEqualTo(2.5);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    RouteSet set =
        new RouteSet(
            List.of(
                new Route("a", List.of("x: \"y\"", "- #1")).withThreshold(Math.nextUp(0.3f)),
                new Route("b", List.of("true", "12")).withWeight(-0.5)),
            0.125,
            "b",
            false,
            new Similarity(Aggregation.MEAN, 7, 0.25, 1.5, 0.5));
    for (String name : new String[] {"routes.yaml", "routes.json"}) {
      Path path = folder.resolve(name);
      RouteFile file =
          new RouteFile(path.toString(), set, Map.of("a", "m"), "hashing", "0123456789abcdef");
      file.write(path);
      assertThat(RouteFile.read(path)).isEqualTo(file);
    }
  }

  @Test
  void fittedThresholdsAreRefusedUnderAnotherEncoder() throws IOException {
    RouteSet start = read("{routes: [{name: a, utterances: [x]}, {name: b, utterances: [y]}]}");
    FloatMatrix similarities =
        FloatMatrix.of(new float[] {0.5f, 0.25f}, new float[] {0.75f, 0.25f});
    RouteSet fitted =
        ThresholdFit.of(start, similarities, new int[] {1, 0}, FitGoal.ACCURACY).routes();
    Path path = folder.resolve("fitted.yaml");
    RouteFile.fitted(fitted, new HashingEncoder(64).identity()).write(path);
    RouteFile read = RouteFile.read(path);
    assertThat(read.routes().routes().get(0).threshold()).hasValue(Math.nextUp(0.5f));
    assertThatCode(() -> read.requireEncoder(new HashingEncoder(64).identity()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> read.requireEncoder(new HashingEncoder(32).identity()))
        .hasMessageContainingAll(
            "fitted.yaml: these routes are for the encoder 'hashing'",
            new HashingEncoder(64).identity().fingerprint(),
            new HashingEncoder(32).identity().fingerprint(),
            "fit them again");
  }

  @Test
  void aNameOfAnEncoderAloneIsEnoughToRefuseAnother() {
    RouteSet set =
        new RouteSet(
            List.of(new Route("a", List.of("x")), new Route("b", List.of("y"))),
            -1,
            "",
            true,
            Similarity.HIGHEST_COSINE);
    EncoderIdentity hashing = new HashingEncoder(64).identity();
    for (String name : List.of("", "hashing", "someone/Hashing")) {
      RouteFile file = new RouteFile("mine.yaml", set, Map.of(), name, "");
      assertThatCode(() -> file.requireEncoder(hashing)).as(name).doesNotThrowAnyException();
      assertThat(file.warning(hashing)).isEmpty();
    }
    RouteFile other = new RouteFile("mine.yaml", set, Map.of(), "e5-small-v2", "");
    assertThatThrownBy(() -> other.requireEncoder(hashing))
        .hasMessageContainingAll("for the encoder 'e5-small-v2' but 'hashing'");
  }

  private static final String AURELIO =
      """
      {
        "encoder_type": "huggingface",
        "encoder_name": "sentence-transformers/all-MiniLM-L6-v2",
        "routes": [
          {
            "name": "politics",
            "utterances": ["isn't politics the best thing ever", "why don't you tell me"],
            "description": null,
            "function_schemas": null,
            "llm": null,
            "score_threshold": 0.3,
            "metadata": {}
          },
          {
            "name": "get_time",
            "utterances": ["what is the time in rome?"],
            "description": "the time",
            "function_schemas": [{"name": "get_time", "inputs": ["timezone: str"]}],
            "llm": {"module": "semantic_router.llms.openai", "class": "OpenAILLM", "model": "m"},
            "score_threshold": null,
            "metadata": {"a": 1}
          }
        ]
      }
      """;

  @Test
  void aRouterOfSemanticRouterIsRead() throws IOException {
    RouteFile file = RouteFile.read(write("router.json", AURELIO));
    assertThat(file.encoder()).isEqualTo("sentence-transformers/all-MiniLM-L6-v2");
    assertThat(file.encoderName()).isEqualTo("all-minilm-l6-v2");
    assertThat(file.isForeign()).isTrue();
    RouteSet set = file.routes();
    assertThat(set.names()).containsExactly("politics", "get_time");
    assertThat(set.routes().get(0).threshold()).hasValue(0.3);
    assertThat(set.routes().get(1).threshold()).isEmpty();
    assertThat(set.abstains()).isTrue();
    // JSON is YAML, and a list of routes is a file too.
    assertThat(RouteFile.read(write("router.yaml", AURELIO)).routes()).isEqualTo(set);
    String list = AURELIO.substring(AURELIO.indexOf('['), AURELIO.lastIndexOf(']') + 1);
    assertThat(RouteFile.read(write("list.json", list)).routes()).isEqualTo(set);
    String bare = AURELIO.replaceAll("\"encoder_[a-z]+\": \"[^\"]*\",", "");
    assertThat(RouteFile.read(write("bare.json", bare)).routes()).isEqualTo(set);
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    Path aurelio =
        write("router.json", AURELIO.replace("\"score_threshold\": 0.3", "\"score\": 0.3"));
    assertThatThrownBy(() -> RouteFile.read(aurelio))
        .hasMessageContainingAll(
            "router.json, routes[0]: expected known keys", "unknown key 'score'");
    assertWrong(
        "routes: [{name: a, utterances: [x, 12]}]",
        "mine.yaml, routes[0].utterances[1]: expected a text, found 12");
    assertWrong(
        "routes: [{name: a}]",
        "mine.yaml, routes[0].utterances: expected a list of texts, at least one, found none");
    assertWrong(
        "routes: [{name: a, utterances: []}]", "routes[0].utterances", "found an empty list");
    assertWrong("routes: [{utterances: [x]}]", "routes[0].name: expected a text, found none");
    assertWrong("threshold: high\n" + TWO, "threshold: expected a number, found \"high\"");
    assertWrong("topK: 1.5\n" + TWO, "topK: expected a whole number, found 1.5");
    assertWrong("aggregation: min\n" + TWO, "expected one of [max, mean, sum], found \"min\"");
    assertWrong("treshold: 1\n" + TWO, "unknown key 'treshold'; did you mean 'threshold'?");
    assertWrong("threshold: 2\n" + TWO, "mine.yaml: threshold must be in [-1.0, 1.0] but is 2.0");
    assertWrong("fallback: c\n" + TWO, "mine.yaml: unknown fallback route 'c'");
    assertWrong("encoder: {name: x, print: y}\n" + TWO, "encoder: expected known keys");
    assertWrong(
        "routes: [{name: a, utterances: [x, x]}]", "routes[0]: utterances must be distinct");
    assertWrong("routes:\n  - name: [a\n", "mine.yaml, line ", "expected YAML");
    assertWrong("routes: 1\nroutes: 2\n", "mine.yaml, line 2: expected YAML", "routes");
    assertWrong("", "mine.yaml: expected a map with the keys", "found none");
    Path bytes = folder.resolve("bytes.yaml");
    Files.write(bytes, "routes: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RouteFile.read(bytes)).hasMessageContaining("expected text in UTF-8");
    assertThatThrownBy(() -> RouteFile.read(folder.resolve("nowhere.yaml")))
        .hasMessageContaining("no such file of routes");
  }

  private static final String TWO =
      "routes: [{name: a, utterances: [x]}, {name: b, utterances: [y]}]\n";

  private void assertWrong(String yaml, String... parts) throws IOException {
    Path path = write("mine.yaml", yaml);
    assertThatThrownBy(() -> RouteFile.read(path)).hasMessageContainingAll(parts);
  }

  @Test
  void aFileIsARoutingMethodToo() throws IOException {
    RouteFile file = RouteFile.read(Path.of("..", "docs", "examples", "my-routes.yaml"));
    assertThat(file.method().routeSet()).isEqualTo(file.routes());
    assertThat(file.method().models()).isEqualTo(file.models());
  }

  private RouteSet read(String yaml) throws IOException {
    return RouteFile.read(write("mine.yaml", yaml)).routes();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
