package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class MixInstructTest {

  private static final String TRAIN = "train_data_prepared.jsonl";

  @TempDir Path folder;

  @Test
  void queriesAreInstructionAndInputOfTheirSource() {
    assertThat(read().queries())
        .containsExactly(
            new Query("unified_chip2/7", "Name a red fruit.", "unified_chip2", split("train")),
            new Query(
                "dolly_15k/open_qa/3",
                "Who wrote the poem?\nIt is about rain.",
                "dolly_15k",
                split("train")),
            new Query("itwgpt4/512", "Count to two.", "itwgpt4", split("validation")),
            new Query("sharegpt/9/1", "Say hello.", "sharegpt", split("test")));
  }

  @Test
  void theScoreIsTheExponentiatedBartScoreUnlessChosenOtherwise() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names()).containsExactly("dolly-v2-12b", "flan-t5-xxl");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(
            (float) Math.exp(-2.9),
            (float) Math.exp(-3.4),
            Float.NaN,
            1f,
            (float) Math.exp(-1),
            (float) Math.exp(-5),
            (float) Math.exp(-0.5),
            (float) Math.exp(-2));
    assertThat(benchmark.outcomes().hasCosts()).isFalse();
    assertThat(benchmark.tokens()).isEmpty();
    assertThat(benchmark.provenance())
        .containsEntry("metric", "bartscore")
        .containsEntry("score", "exp(bartscore)")
        .doesNotContainKey("clipped_scores");
  }

  @ParameterizedTest
  @CsvSource({
    "BERTSCORE, 0.75",
    "BLEURT, 0.401312",
    "BLEU, 0.056",
    "ROUGE1, 0.28",
    "ROUGE2, 0.12",
    "ROUGE_L, 0.23",
    "ROUGE_L_SUM, 0.25"
  })
  void everyMetricIsMappedToAScore(MixInstructMetric metric, double score) {
    Benchmark benchmark = new MixInstruct(metric).read(FormatFixtures.of("mix-instruct"));

    assertThat((double) benchmark.outcomes().score(0, 0)).isEqualTo(score, within(1e-6));
  }

  @Test
  void whatIsOutOfRangeIsClippedAndCounted() {
    Benchmark benchmark =
        new MixInstruct(MixInstructMetric.BERTSCORE).read(FormatFixtures.of("mix-instruct"));

    assertThat(benchmark.outcomes().score(1, 1)).isZero();
    assertThat(benchmark.provenance()).containsEntry("clipped_scores", "1");
  }

  @Test
  void oneFileIsReadByItselfAlsoAsAnArray() throws IOException {
    String first = Files.readAllLines(FormatFixtures.of("mix-instruct").resolve(TRAIN)).get(0);
    Path file = Files.writeString(folder.resolve("val_data_prepared.json"), "[" + first + "]");

    Benchmark benchmark = new MixInstruct().read(file);

    assertThat(benchmark.queries())
        .containsExactly(
            new Query(
                "unified_chip2/7", "Name a red fruit.", "unified_chip2", split("validation")));
  }

  @Test
  void aQueryWithoutAnIdIsKnownByItsRow() throws IOException {
    Path copy = broken(TRAIN, "\"id\": \"unified_chip2/7\", ", "");

    assertThat(new MixInstruct().read(copy).queries().get(0).id()).isEqualTo("train-0");
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void aMetricThatTheFileLacks() throws IOException {
    Path copy = broken(TRAIN, "\"bartscore\": -3.4", "\"other\": -3.4");

    assertFails(
        copy,
        TRAIN,
        ", record 1, 'candidates.flan-t5-xxl': expected a score 'bartscore', found only [logprobs,"
            + " bleu, bertscore, rouge1, rouge2, rougeL, rougeLsum, bleurt, other]");
  }

  @Test
  void aModelTwiceInARow() throws IOException {
    Path copy =
        broken(
            TRAIN,
            "\"model\": \"flan-t5-xxl\", \"text\": \"cherry\"",
            "\"model\": \"dolly-v2-12b\"");

    assertFails(
        copy,
        TRAIN,
        ", record 1: expected one score a query and model, found another for query"
            + " 'unified_chip2/7' and model 'dolly-v2-12b'");
  }

  @Test
  void aScoreThatIsText() throws IOException {
    Path copy = broken(TRAIN, "\"bartscore\": -3.4", "\"bartscore\": \"low\"");

    assertFails(
        copy,
        TRAIN,
        ", record 1, 'candidates.flan-t5-xxl.bartscore': expected a number, found 'low'");
  }

  @Test
  void aRowWithoutCandidates() throws IOException {
    Files.writeString(folder.resolve("test.jsonl"), "{\"id\": \"a/1\", \"input\": \"Hi.\"}\n");

    assertFails(
        folder,
        "test.jsonl",
        ", record 1, 'candidates': expected an array of {model, scores}, found none");
  }

  @Test
  void aCandidateWithoutAModel() throws IOException {
    Path copy = broken(TRAIN, "\"model\": \"flan-t5-xxl\", ", "");

    assertFails(
        copy, TRAIN, ", record 1, 'candidates': expected a model of every candidate, found none");
  }

  @Test
  void aRowWithoutText() throws IOException {
    Path copy = broken(TRAIN, "Name a red fruit.", " ");

    assertFails(
        copy, TRAIN, ", record 1, 'input': expected a text in instruction or input, found none");
  }

  @Test
  void twoFilesOfASplit() throws IOException {
    Path copy = FormatFixtures.copy("mix-instruct", folder);
    Files.copy(copy.resolve(TRAIN), copy.resolve("train_data_prepared.json"));

    assertFails(
        copy,
        TRAIN,
        ": expected one file of the split train, found also "
            + copy.resolve("train_data_prepared.json"));
  }

  @Test
  void aFileOfNoSplit() throws IOException {
    Files.writeString(folder.resolve("data.jsonl"), "{}\n");

    assertFails(
        folder,
        "data.jsonl",
        ": expected a name that begins with train, val or test, found data.jsonl");
  }

  private static Map<String, String> split(String split) {
    return Map.of("split", split);
  }

  private static Benchmark read() {
    return new MixInstruct().read(FormatFixtures.of("mix-instruct"));
  }

  private Path broken(String file, String text, String other) throws IOException {
    Path copy = FormatFixtures.copy("mix-instruct", folder);
    FormatFixtures.replace(copy.resolve(file), text, other);
    return copy;
  }

  private static void assertFails(Path source, String file, String message) {
    assertThatThrownBy(() -> new MixInstruct().read(source))
        .isInstanceOf(BadDataException.class)
        .hasMessage(source.resolve(file) + message);
  }
}
