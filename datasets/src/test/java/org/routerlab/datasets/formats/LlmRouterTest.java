package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.TokenCounts;

class LlmRouterTest {

  private static final String SCORES = "llmrouter";
  private static final String ROUTING = "llmrouter+routing";
  private static final String TRAIN = "example_data/routing_data/default_routing_train_data.jsonl";

  @TempDir Path folder;

  private final Benchmark scores = new LlmRouter().read(Fixture.folder(SCORES));
  private final Benchmark routing = new LlmRouter().read(Fixture.folder(ROUTING));

  @Test
  void arraysOfScoresAreJoinedToTheirTasksByText() {
    assertThat(SameBenchmark.ids(scores))
        .containsExactly("train-0", "train-1", "train-2", "test-0");
    assertThat(scores.queries())
        .extracting(query -> query.dataset())
        .containsExactly("sums", "exam", "code", "sums");
    assertThat(scores.queries().get(2).text()).isEqualTo("Reverse a list.\u0085Then print it.");
    assertThat(scores.queries().get(2).tags())
        .containsEntry("split", "train")
        .containsEntry("metric", "code_eval")
        .containsEntry("task_id", "617")
        .containsEntry("cluster", "1");
    assertThat(scores.queries().get(3).tags()).containsEntry("split", "test");
  }

  @Test
  void modelsOfArraysAreReadByNameAndInAlphabeticalOrder() {
    assertThat(scores.outcomes().pool().names()).containsExactly("elm-51b", "pine-7b");
    assertThat(scores.outcomes().score(0, 1)).isEqualTo(1);
    assertThat(scores.outcomes().score(1, 0)).isEqualTo(1);
    assertThat(scores.outcomes().score(1, 1)).isEqualTo(0.25f);
  }

  @Test
  void withoutTokensTheMeanPriceIsTheCost() {
    assertThat(scores.costUnit()).isEqualTo("USD per 1M tokens (list price)");
    assertThat(scores.outcomes().cost(3, 0)).isEqualTo(1);
    assertThat(scores.outcomes().cost(0, 1)).isEqualTo(0.2f);
    assertThat(scores.tokens()).isEmpty();
    assertThat(scores.provenance())
        .containsEntry("outcomes", "ROUTER_DC")
        .containsEntry("prices_usd_per_1m", "{\"elm-51b\":[0.9,1.1],\"pine-7b\":[0.2,0.2]}");
  }

  @Test
  void routingFilesNumberQueriesByTheirEmbeddingOrPosition() {
    assertThat(SameBenchmark.ids(routing))
        .containsExactly("train-4", "train-1", "train-0", "test-0", "test-1");
    assertThat(routing.queries())
        .extracting(query -> query.dataset())
        .containsExactly("sums", "quiz", "exam", "exam", "sums");
    assertThat(routing.queries().get(1).text()).isEqualTo(routing.queries().get(2).text());
  }

  @Test
  void routingFilesHaveTokensUnderEitherNameAndCostsByThem() {
    OutcomeTable outcomes = routing.outcomes();
    TokenCounts tokens = routing.tokens().orElseThrow();

    assertThat(outcomes.pool().names()).containsExactly("pine-7b", "elm-51b");
    assertThat(routing.costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(tokens.input().get(0, 0)).isEqualTo(58);
    assertThat(tokens.output().get(4, 1)).isEqualTo(4);
    assertThat(outcomes.cost(4, 1)).isEqualTo(31.4e-6f, within(1e-11f));
    assertThat(outcomes.score(4, 0)).isEqualTo(0.5f);
    assertThat(outcomes.isObserved(2, 0)).isFalse();
    assertThat(outcomes.cost(2, 0)).isNaN();
  }

  @Test
  void aFailedCallCountsAsTheZeroItIsGiven() {
    assertThat(routing.outcomes().score(0, 1)).isZero();
    assertThat(routing.outcomes().cost(0, 1)).isZero();
  }

  @Test
  void routingFilesComeFirstUnlessTheOthersAreAskedFor() throws IOException {
    Path copy = copy(SCORES);
    Files.copy(
        Fixture.folder(ROUTING).resolve(TRAIN), copy.resolve("default_routing_train_data.jsonl"));

    assertThat(new LlmRouter().read(copy).queries()).hasSize(3);
    assertThat(new LlmRouter(LlmRouter.Outcomes.ROUTER_DC).read(copy).fingerprint())
        .isEqualTo(scores.fingerprint());
    assertThatThrownBy(() -> new LlmRouter(LlmRouter.Outcomes.ROUTING).read(Fixture.folder(SCORES)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected default_routing_test_data.jsonl or ");
  }

  @Test
  void filesMayLieWhereTheRepositoryHasThem() throws IOException {
    Path copy = copy(SCORES);
    Files.createDirectories(copy.resolve("example_data/query_data"));
    Files.createDirectories(copy.resolve("dcrouter_preprocessed"));
    for (String split : LlmRouterFiles.SPLITS) {
      String queries = "default_query_" + split + ".jsonl";
      Files.move(copy.resolve(queries), copy.resolve("example_data/query_data/" + queries));
      Files.move(
          copy.resolve("dcrouter_" + split + ".json"),
          copy.resolve("dcrouter_preprocessed/" + split + ".json"));
    }

    SameBenchmark.assertIdentical(new LlmRouter().read(copy), scores);
  }

  @Test
  void oneSplitIsEnough() throws IOException {
    Path copy = copy(SCORES);
    Files.delete(copy.resolve("default_query_train.jsonl"));
    Files.delete(copy.resolve("dcrouter_train.json"));

    assertThat(SameBenchmark.ids(new LlmRouter().read(copy))).containsExactly("test-0");
  }

  @Test
  void scoresWithoutTheirQueries() throws IOException {
    Path copy = copy(SCORES);
    Files.delete(copy.resolve("default_query_test.jsonl"));

    assertThatThrownBy(() -> new LlmRouter().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(copy + ": expected default_query_test.jsonl or ");
  }

  @Test
  void aQuestionThatTheQueriesLack() throws IOException {
    assertFails(
        SCORES,
        "dcrouter_test.json",
        "2 hats",
        "3 hats",
        "dcrouter_test.json, record 1, 'question': expected a query of default_query_test.jsonl,"
            + " found 'Bo has 3 hats.");
  }

  @Test
  void aModelWithoutPrice() throws IOException {
    assertFails(
        SCORES,
        "dcrouter_test.json",
        "pine-7b",
        "pine-8b",
        "default_llm.json: expected a price, found unknown model 'pine-8b'; did you mean"
            + " 'pine-7b'?");
  }

  @Test
  void aPriceThatIsNoNumber() throws IOException {
    assertFails(
        SCORES,
        "default_llm.json",
        "\"input_price\": 0.9",
        "\"input_price\": \"0.9\"",
        "default_llm.json, model 'elm-51b', 'input_price': expected a number of at least 0, found"
            + " '\"0.9\"'");
  }

  @Test
  void aScoreTwice() throws IOException {
    assertFails(
        ROUTING,
        TRAIN,
        "\"model_name\": \"elm-51b\"",
        "\"model_name\": \"pine-7b\"",
        "record 2: expected one score a query and model, found another for query 'train-4' and"
            + " model 'pine-7b'");
  }

  @Test
  void aQueryUnderTwoNumbers() throws IOException {
    assertFails(
        ROUTING,
        TRAIN,
        "\"performance\": 0.0, \"user_id\": null, \"fig_id\": null, \"embedding_id\": 4",
        "\"performance\": 0.0, \"embedding_id\": 5",
        "record 2, 'embedding_id': expected the number of the same query before, train-4, found"
            + " '5'");
  }

  private void assertFails(
      String fixture, String name, String text, String replacement, String message)
      throws IOException {
    Path file = copy(fixture).resolve(name);
    String whole = Files.readString(file);
    assertThat(whole).contains(text);
    Files.writeString(file, whole.replace(text, replacement));

    assertThatThrownBy(() -> new LlmRouter().read(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message);
  }

  private Path copy(String fixture) throws IOException {
    return new Fixture(new LlmRouter(), Fixture.folder(fixture)).copyTo(folder);
  }
}
