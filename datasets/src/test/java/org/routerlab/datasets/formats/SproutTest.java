package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class SproutTest {

  private static final float NONE = Float.NaN;

  private static final String QUERY = "'k' AS key, 'd' AS dataset, 'p' AS prompt";
  private static final String OUTCOME =
      "{'score': 0.5, 'num_input_tokens': 3, 'num_output_tokens': 4}";

  @TempDir Path folder;

  @Test
  void queriesComeSplitBySplitWithTheirLevel() {
    assertThat(read().queries())
        .containsExactly(
            new Query("math_12", "What is 2 + 2?", "acme/MATH", tags("train", "level", "Level 3")),
            new Query(
                "rag_7",
                "Use the text.\nWho barks?",
                "acme/ragbench/pets",
                Map.of("split", "train")),
            new Query(
                "math_13", "What is 3 + 3?", "acme/MATH", tags("validation", "level", "Level 1")),
            new Query("math_14", "What is 4 + 4?", "acme/MATH", tags("test", "level", "Level 1")));
  }

  @Test
  void everyStructIsAModelAndNullIsNotObserved() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("openai-gpt-4o", "openai-o3-mini", "wxai-llama-3-2-1b-instruct");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 1, 0.4f, 0.9f, NONE, NONE, 1, 1, 0.8f, 1, 0, 0.1f);
    assertThat(benchmark.tokens().orElseThrow().input().toArray())
        .containsExactly(53, 53, 143, 242, 242, NONE, 50, 50, 140, 51, 51, NONE);
    assertThat(benchmark.tokens().orElseThrow().output().toArray())
        .containsExactly(304, 410, 343, 85, 85, NONE, 100, 90, 30, 101, 91, NONE);
  }

  @Test
  void costsAreTokensTimesTheAuthorsPrices() {
    Benchmark benchmark = read();

    assertThat(benchmark.costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(benchmark.outcomes().cost(0, 0)).isEqualTo((float) ((53 * 2.5 + 304 * 10) / 1e6));
    assertThat(benchmark.outcomes().cost(0, 2)).isEqualTo((float) ((143 + 343) * 0.06 / 1e6));
    assertThat(benchmark.outcomes().cost(3, 2)).isNaN();
    assertThat(benchmark.provenance())
        .containsEntry(
            "prices_usd_per_1m",
            "{\"openai-gpt-4o\":[2.5,10.0],\"wxai-llama-3-2-1b-instruct\":[0.06,0.06]}");
  }

  @Test
  void aModelThatTheAuthorsGiveNoPriceForHasNoCosts() {
    assertThat(read().outcomes().cost(0, 1)).isNaN();
    assertThat(read().provenance()).containsEntry("models_without_price", "openai-o3-mini");
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void aColumnThatIsNeitherOfAQueryNorAModel() throws SQLException {
    Path file = parquet("train.parquet", QUERY + ", 3 AS extra, " + OUTCOME + " AS m");

    assertFails(
        file
            + ", column 'extra': expected a struct with [score, num_input_tokens,"
            + " num_output_tokens], as of a model, found INTEGER");
  }

  @Test
  void aModelWithoutTokenCounts() throws SQLException {
    Path file = parquet("train.parquet", QUERY + ", {'score': 1.0} AS m");

    assertFails(
        file
            + ", column 'm': expected a struct with [score, num_input_tokens, num_output_tokens],"
            + " as of a model, found STRUCT(score DECIMAL(2,1))");
  }

  @Test
  void aMissingColumn() throws SQLException {
    Path file = parquet("test.parquet", "'k' AS key, 'p' AS prompt, " + OUTCOME + " AS m");

    assertThatThrownBy(() -> new Sprout().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(file + ": expected a column 'dataset', found ");
  }

  @Test
  void filesOfDifferentModels() throws SQLException {
    String start = QUERY + ", " + OUTCOME + " AS a, " + OUTCOME;
    Path test = parquet("test.parquet", start + " AS c");
    Path train = parquet("train.parquet", start + " AS b");

    assertFails(test + ": expected the models of " + train + ", [a, b], found [a, c]");
  }

  @Test
  void aKeyInTwoSplits() throws SQLException {
    String columns = QUERY + ", " + OUTCOME + " AS a, " + OUTCOME + " AS b";
    parquet("train.parquet", columns);
    Path test = parquet("test.parquet", columns);

    assertFails(test + ", record 1: expected every id once, found 'k' again");
  }

  @Test
  void aScoreOutOfRange() throws SQLException {
    Path file =
        parquet(
            "train.parquet",
            QUERY + ", " + OUTCOME + " AS a, " + OUTCOME.replace("0.5", "1.5") + " AS b");

    assertFails(file + ", record 1, 'b.score': expected a score in [0, 1], found 1.5");
  }

  @Test
  void aFileOfNoSplit() throws SQLException {
    Path file = parquet("all.parquet", QUERY + ", " + OUTCOME + " AS a");

    assertFails(
        file
            + ": expected a name that begins with one of [train, validation, test],"
            + " found all.parquet");
  }

  @Test
  void aFileThatIsNoParquet() throws IOException {
    Files.writeString(folder.resolve("train.parquet"), "key,prompt\n");

    assertThatThrownBy(() -> new Sprout().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("train.parquet: expected a Parquet file, found ")
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(1));
  }

  private static Map<String, String> tags(String split, String tag, String value) {
    return Map.of("split", split, tag, value);
  }

  private static Benchmark read() {
    return new Sprout().read(FormatFixtures.of("sprout"));
  }

  private Path parquet(String name, String columns) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (SELECT " + columns + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  private void assertFails(String message) {
    assertThatThrownBy(() -> new Sprout().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }
}
