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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;

class NineByTest {

  private static final String OUTCOMES = "outcomes.jsonl";

  @TempDir Path folder;

  private final Benchmark benchmark = new NineBy().read(Fixture.folder("nine-by"));

  @Test
  void queriesAreThoseOfTheirFileInItsOrder() {
    assertThat(benchmark.queries())
        .containsExactly(
            new Query(
                "sums-1", "What is 2 + 3?\nAnswer in \\boxed{}.", "Sums", Map.of("split", "train")),
            new Query("maps-7", "Which sea is north of Poland?", "Maps", Map.of("split", "train")),
            new Query("sums-2", "What is 4 + 4?", "Sums", Map.of("split", "validation")),
            new Query("maps-9", "Where is the Elbe's mouth?", "Maps", Map.of("split", "test")));
  }

  @Test
  void modelsAreInOrderOfTheirFirstCallAndLabelsAreScores() {
    assertThat(benchmark.outcomes().pool().names()).containsExactly("amber-1", "gale-2", "moss-3");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(
            1, Float.NaN, Float.NaN, Float.NaN, 0, Float.NaN, 0, 1, Float.NaN, 1, 1, 0);
  }

  @Test
  void costsAreDollarsAndTokensAreKept() {
    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.outcomes().cost(0, 0)).isEqualTo(0.00021f);
    assertThat(benchmark.outcomes().cost(3, 2)).isEqualTo(0.00004f);
    assertThat(benchmark.tokens().orElseThrow().input().get(1, 1)).isEqualTo(41);
    assertThat(benchmark.tokens().orElseThrow().output().get(1, 1)).isEqualTo(12);
  }

  @Test
  void aCallThatFailedWasNotObservedAndIsCounted() {
    OutcomeTable outcomes = benchmark.outcomes();

    assertThat(outcomes.isObserved(1, 0)).isFalse();
    assertThat(outcomes.cost(1, 0)).isNaN();
    assertThat(benchmark.tokens().orElseThrow().input().get(1, 0)).isNaN();
    assertThat(benchmark.provenance()).isEqualTo(Map.of("format", "nine-by", "failed_calls", "1"));
  }

  @Test
  void aFailedCallMayBeRepeated() throws IOException {
    Path copy = copy();
    append(copy, "{'query_id': 'maps-7', 'model': 'amber-1', 'label': true, 'success': true}");

    OutcomeTable outcomes = new NineBy().read(copy).outcomes();

    assertThat(outcomes.score(1, 0)).isEqualTo(1);
    assertThat(outcomes.cost(1, 0)).isNaN();
  }

  @Test
  void aCallWithoutALabelWasNotObserved() throws IOException {
    Path copy = copy();
    append(copy, "{'query_id': 'sums-1', 'model': 'moss-3', 'cost': 5, 'success': true}");

    Benchmark read = new NineBy().read(copy);

    SameBenchmark.assertIdentical(read, benchmark);
  }

  @Test
  void repeatedPromptsInCsvReadAsTheFileOfQueriesDoes() {
    SameBenchmark.assertIdentical(new NineBy().read(Fixture.folder("nine-by+repeated")), benchmark);
    Path file = Fixture.folder("nine-by+repeated").resolve("nine-by.csv");
    SameBenchmark.assertIdentical(new NineBy().read(file), benchmark);
  }

  @Test
  void parquetReadsAsJsonLinesDo() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String name : new String[] {"queries", "outcomes"}) {
        Path json = Fixture.folder("nine-by").resolve(name + ".jsonl");
        statement.execute(
            String.format(
                "COPY (SELECT * FROM read_json('%s')) TO '%s' (FORMAT parquet)",
                json, folder.resolve(name + ".parquet")));
      }
    }

    SameBenchmark.assertIdentical(new NineBy().read(folder), benchmark);
  }

  @Test
  void outcomesMayBeInSeveralFiles() throws IOException {
    Path copy = copy();
    String text = Files.readString(copy.resolve(OUTCOMES));
    int middle = text.indexOf("{\"query_id\": \"sums-2\"");
    Files.delete(copy.resolve(OUTCOMES));
    Files.writeString(copy.resolve("part-1.jsonl"), text.substring(0, middle));
    Files.writeString(copy.resolve("part-2.jsonl"), text.substring(middle));

    SameBenchmark.assertIdentical(new NineBy().read(copy), benchmark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'label': 1| 'label': 0.5| record 1, 'label': expected 0 or 1, found 0.5",
        "'label': 1| 'label': 2| record 1, 'label': expected a score in [0, 1], found 2",
        "'success': false| 'success': 'no'| record 3, 'success': expected true or false, found 'no'",
        "'cost': 0.00021| 'cost': -1| record 1, 'cost': expected a number of at least 0, found -1",
        "'query_id': 'sums-1'| 'query_id': 'sums-4'"
            + "| record 1, 'query_id': expected a query of queries.jsonl, found 'sums-4'",
        "'model': 'gale-2', 'label': 1| 'model': 'amber-1', 'label': 1"
            + "| record 5: expected one score a query and model, found another for query 'sums-2'",
        "'model': 'moss-3'| 'model': ''| record 8, 'model': expected a text, found none",
        "'provider': 'p3'| 'split': 'test'"
            + "| record 4, 'split': expected what was read of this query before, 'validation',"
            + " found 'test'",
        "'provider': 'p3'| 'prompt': 'Other'"
            + "| record 4, 'prompt': expected what was read of this query before, 'What is 4 + 4?',"
            + " found 'Other'",
        "'provider': 'p3'| 'dataset': 'Maps'"
            + "| record 4, 'dataset': expected what was read of this query before, 'Sums',"
            + " found 'Maps'"
      },
      quoteCharacter = '^')
  void anOutcomeThatBreaksARule(String text, String other, String message) throws IOException {
    assertFails(OUTCOMES, json(text), json(other), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'val'| 'dev'| record 3, 'split': expected train, validation (or val) or test, found 'dev'",
        "'sums-2'| 'sums-1'| record 3: expected every id once, found 'sums-1' again",
        "'dataset': 'Maps', || record 2, 'dataset': expected a text, here or in a file queries.*, found none"
      },
      quoteCharacter = '^')
  void aQueryThatBreaksARule(String text, String other, String message) throws IOException {
    assertFails("queries.jsonl", json(text), other == null ? "" : json(other), message);
  }

  @Test
  void outcomesWithoutPromptsNeedAFileOfQueries() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("queries.jsonl"));
    assertThatThrownBy(() -> new NineBy().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(
            "record 1, 'dataset': expected a text, here or in a file queries.*, found none");

    Files.delete(copy.resolve(OUTCOMES));
    Files.writeString(copy.resolve("a.csv"), "query_id,model,label\nq,amber-1,1\n");
    assertThatThrownBy(() -> new NineBy().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(
            "record 1, 'dataset': expected a text, here or in a file queries.*, found none");
  }

  @Test
  void queriesWithoutOutcomesAndTwoFilesOfQueries() throws IOException {
    Path copy = copy();
    Files.copy(copy.resolve("queries.jsonl"), copy.resolve("queries.csv"));
    assertThatThrownBy(() -> new NineBy().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected one file of queries, found also ");

    Files.delete(copy.resolve("queries.csv"));
    Files.delete(copy.resolve(OUTCOMES));
    assertThatThrownBy(() -> new NineBy().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(": expected a file of outcomes, found only queries.jsonl");
  }

  private void assertFails(String file, String text, String other, String message)
      throws IOException {
    Path copy = copy();
    FormatFixtures.replace(copy.resolve(file), text, other);
    assertThatThrownBy(() -> new NineBy().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(file + ", " + message);
  }

  private static void append(Path copy, String line) throws IOException {
    Path file = copy.resolve(OUTCOMES);
    Files.writeString(file, Files.readString(file) + json(line) + "\n");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private Path copy() throws IOException {
    return new Fixture(new NineBy(), Fixture.folder("nine-by")).copyTo(folder);
  }
}
