package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;

class LlmRouterBenchTest {

  private static final String TINY = "aime/hybrid/Tiny-8B/aime-hybrid-Tiny-8B-20250102_090000.json";
  private static final String BIG =
      "aime/hybrid/big-model/aime-hybrid-big-model-20250101_120000.json";

  private static final float NONE = Float.NaN;

  @TempDir Path folder;

  @Test
  void queriesAreKnownByDatasetPartAndIndex() {
    assertThat(read().queries())
        .containsExactly(
            new Query("aime-hybrid-0", "Solve.\n\nWhat is 1 + 1?", "aime", tag("hybrid")),
            new Query("aime-hybrid-1", "Solve.\n\nWhat is 2 + 3?", "aime", tag("hybrid")),
            new Query("arenahard-test-7", "Write a poem.", "arenahard", tag("test")),
            new Query(
                "bbh-test-1",
                "[{\"role\":\"user\",\"content\":\"Is a whale a fish?\"}]",
                "bbh",
                tag("test")));
  }

  @Test
  void scoresCostsAndTokensComeFromTheNewestRunThatIsNoTrial() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names()).containsExactly("Tiny-8B", "big-model");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1f, NONE, 0f, 1f, NONE, 0.5f, 0.5f, 1f);
    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.outcomes().costs().toArray())
        .containsExactly(NONE, 0.002f, NONE, 0.0021f, NONE, 0.003f, NONE, NONE);
    assertThat(benchmark.tokens().orElseThrow().input().toArray())
        .containsExactly(50f, 51f, 60f, 61f, NONE, 12f, 30f, 31f);
    assertThat(benchmark.tokens().orElseThrow().output().toArray())
        .containsExactly(20f, 190f, 25f, 200f, NONE, 300f, 4f, 9f);
  }

  @Test
  void whatWasLeftOutIsCounted() {
    assertThat(read().provenance())
        .containsEntry("format", "llmrouterbench")
        .containsEntry("text", "prompt")
        .containsEntry("older_runs_left_out", "1")
        .containsEntry("demo_runs_left_out", "1")
        .containsEntry("unrecorded_costs", "4")
        .doesNotContainKey("clipped_scores");
  }

  @Test
  void theOriginalQuestionMayBeTheText() {
    Benchmark benchmark =
        new LlmRouterBench(LlmRouterBench.Text.ORIGIN_QUERY, OutOfRangeScores.REJECT)
            .read(FormatFixtures.of("llmrouterbench"));

    assertThat(benchmark.texts()).startsWith("What is 1 + 1?", "What is 2 + 3?");
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void aScoreOutOfRangeIsAnErrorOrIsClipped() throws IOException {
    Path tree = broken(TINY, "\"score\": 1.0", "\"score\": 1.5");

    assertFails(tree, TINY, ", record 1, 'score': expected a score in [0, 1], found 1.5");
    Benchmark clipped =
        new LlmRouterBench(LlmRouterBench.Text.PROMPT, OutOfRangeScores.CLIP).read(tree);
    assertThat(clipped.outcomes().score(0, 0)).isEqualTo(1f);
    assertThat(clipped.provenance()).containsEntry("clipped_scores", "1");
  }

  @Test
  void anotherTextUnderTheSameIndex() throws IOException {
    Path tree =
        broken(BIG, "What is 2 + 3?\",\n      \"prompt_t", "What is 3 + 3?\",\n      \"prompt_t");

    assertFails(
        tree,
        BIG,
        ", record 1: expected the text of index '1' in "
            + tree.resolve(TINY)
            + ", 'Solve.  What is 2 + 3?', found 'Solve.  What is 3 + 3?'");
  }

  @Test
  void anIndexThatTheOtherFilesLack() throws IOException {
    Path tree = broken(BIG, "\"index\": 1", "\"index\": 9");

    assertFails(
        tree, BIG, ", record 1: expected an index of " + tree.resolve(TINY) + ", found '9'");
  }

  @Test
  void aFileWithFewerQueries() throws IOException {
    Path tree = FormatFixtures.copy("llmrouterbench", folder);
    String text = Files.readString(tree.resolve(BIG));
    int second = text.lastIndexOf(",\n    {");
    Files.writeString(tree.resolve(BIG), text.substring(0, second) + "]}");

    assertFails(
        tree,
        BIG,
        ": expected a record for every index of " + tree.resolve(TINY) + ", found none for '0'");
  }

  @Test
  void anIndexTwice() throws IOException {
    Path tree = broken(TINY, "\"index\": 1", "\"index\": 0");

    assertFails(tree, TINY, ", record 2, 'index': expected every index once, found '0' again");
  }

  @Test
  void twoRunsOfTheSameTime() throws IOException {
    Path tree = FormatFixtures.copy("llmrouterbench", folder);
    Path twin = Files.createDirectories(tree.resolve("copy")).resolve("x-20250102_090000.json");
    Files.copy(tree.resolve(TINY), twin);

    assertThatThrownBy(() -> new LlmRouterBench().read(tree))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            twin
                + ": expected one newest run of Tiny-8B on aime, by the time in the file's name,"
                + " found the same time in "
                + tree.resolve(TINY));
  }

  @Test
  void aFileThatDoesNotSayWhoseItIs() throws IOException {
    assertFails(
        broken(TINY, "\"model_name\"", "\"model\""),
        TINY,
        ": expected a field model_name, found none");
  }

  @Test
  void aFileThatIsCutShort() throws IOException {
    Path tree = FormatFixtures.copy("llmrouterbench", folder);
    String text = Files.readString(tree.resolve(TINY));
    Files.writeString(tree.resolve(TINY), text.substring(0, text.length() / 2));

    assertThatThrownBy(() -> new LlmRouterBench().read(tree))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(TINY)
        .hasMessageContaining("expected records that can be read, found ")
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }

  @Test
  void aFolderWithoutResults() {
    assertThatThrownBy(() -> new LlmRouterBench().read(folder))
        .hasMessage(
            folder + ": expected files *.json (or gzipped) in it or below, found none; it has []");
  }

  private static Map<String, String> tag(String part) {
    return Map.of("part", part);
  }

  private static Benchmark read() {
    return new LlmRouterBench().read(FormatFixtures.of("llmrouterbench"));
  }

  private Path broken(String file, String text, String other) throws IOException {
    Path tree = FormatFixtures.copy("llmrouterbench", folder);
    FormatFixtures.replace(tree.resolve(file), text, other);
    return tree;
  }

  private static void assertFails(Path tree, String file, String message) {
    assertThatThrownBy(() -> new LlmRouterBench().read(tree))
        .isInstanceOf(BadDataException.class)
        .hasMessage(tree.resolve(file) + message);
  }
}
