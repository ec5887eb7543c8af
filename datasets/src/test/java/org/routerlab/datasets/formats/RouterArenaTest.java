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
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.TokenCounts;

class RouterArenaTest {

  private static final String AMBER = "amber-1.jsonl";

  @TempDir Path folder;

  private final Benchmark benchmark = new RouterArena().read(Fixture.folder("routerarena"));

  @Test
  void queriesAreKnownByTheirGlobalIndex() {
    assertThat(SameBenchmark.ids(benchmark))
        .containsExactly("Sums_7", "Trivia_Sea & Shore_41", "Tales_4102", "Sums_8", "Maps_20k_3");
    assertThat(benchmark.queries().get(0).text())
        .isEqualTo("What is two plus three?\n\nGive \\boxed{X}.");
  }

  @Test
  void theDatasetIsTheLabelUpToTheLastJointAndTheCategoryUpToTheFirst() {
    assertThat(benchmark.queries())
        .extracting(query -> query.dataset())
        .containsExactly("Sums", "Trivia_Sea & Shore", "Tales", "Sums", "Maps_20k");
    assertThat(benchmark.queries())
        .extracting(query -> query.tags().get("category"))
        .containsExactly("Sums", "Trivia", "Tales", "Sums", "Maps");
    assertThat(benchmark.queries()).allMatch(query -> query.tags().get("split").equals("test"));
  }

  @Test
  void aNegativeMeteorCountsAsZeroAndIsCounted() {
    assertThat(benchmark.outcomes().pool().names()).containsExactly("amber-1", "gale-2-flash");
    assertThat(benchmark.outcomes().score(2, 0)).isZero();
    assertThat(benchmark.outcomes().score(2, 1)).isEqualTo(0.4375f);
    assertThat(benchmark.provenance()).containsEntry(RoutingTableFolder.CLIPPED_SCORES, "1");
  }

  @Test
  void whereTheScorerOrTheCallFailedNothingWasObserved() {
    OutcomeTable outcomes = benchmark.outcomes();
    TokenCounts tokens = benchmark.tokens().orElseThrow();

    assertThat(outcomes.isObserved(3, 0)).as("metric 'error'").isFalse();
    assertThat(tokens.input().get(3, 0)).isEqualTo(14);
    assertThat(outcomes.isObserved(4, 0)).as("no success").isFalse();
    assertThat(tokens.input().get(4, 0)).isNaN();
    assertThat(outcomes.cost(4, 0)).isNaN();
  }

  @Test
  void costsAreRecordedOnesAndZeroIsNone() {
    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.outcomes().cost(0, 0)).isEqualTo(8e-6f);
    assertThat(benchmark.outcomes().cost(2, 0)).isEqualTo(1.5e-5f);
    assertThat(benchmark.outcomes().cost(1, 1)).isNaN();
    assertThat(benchmark.provenance()).containsEntry("unrecorded_costs", "2");
  }

  @Test
  void costsByThePriceListCoverWhatWasNotRecorded() {
    Benchmark listed =
        new RouterArena(RouterArena.Costs.PRICE_LIST).read(Fixture.folder("routerarena"));

    assertThat(listed.costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(listed.outcomes().cost(0, 0)).isEqualTo(8e-6f, within(1e-12f));
    assertThat(listed.outcomes().cost(1, 1)).isEqualTo(2.9e-6f, within(1e-12f));
    assertThat(listed.provenance())
        .containsEntry("prices_usd_per_1m", "{\"amber-1\":[0.25,1.25],\"gale-2-flash\":[0.1,0.4]}");
  }

  @Test
  void aModelThatThePriceListLacks() throws IOException {
    Path copy = copy();
    Files.writeString(
        copy.resolve("cost.json"),
        "{\"amber-2\": {\"input_token_price_per_million\": 1,"
            + " \"output_token_price_per_million\": 2}}");

    assertThatThrownBy(() -> new RouterArena(RouterArena.Costs.PRICE_LIST).read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("cost.json: expected a price, found unknown model 'amber-1'")
        .hasMessageContaining("did you mean 'amber-2'?");
  }

  @Test
  void aRunInBatchesHasThePriceOfItsModel() throws IOException {
    Path copy = copy();
    String text = Files.readString(copy.resolve(AMBER));
    Files.writeString(
        copy.resolve("amber-1_batch.jsonl"), text.replace("\"amber-1\"", "\"amber-1_batch\""));

    Benchmark listed = new RouterArena(RouterArena.Costs.PRICE_LIST).read(copy);

    int model = listed.outcomes().pool().names().indexOf("amber-1_batch");
    assertThat(listed.outcomes().cost(0, model)).isEqualTo(8e-6f, within(1e-12f));
    assertThat(listed.provenance().get("prices_usd_per_1m")).contains("\"amber-1_batch\":[0.25");
  }

  @Test
  void anotherQuestionUnderTheSameIndex() throws IOException {
    assertFails(
        "plus three",
        "plus four",
        "gale-2-flash.jsonl, record 1, 'question': expected the question that an earlier file has"
            + " for 'Sums_7', found 'What is two plus three?");
  }

  @Test
  void aRecordOfAnotherModelThanTheFileIsNamedAfter() throws IOException {
    assertFails(
        "\"llm_selected\": \"amber-1\"",
        "\"llm_selected\": \"amber-3\"",
        "record 1, 'llm_selected': expected the model that the file is named after, 'amber-1',"
            + " found 'amber-3'");
  }

  @Test
  void aQueryTwiceInAFile() throws IOException {
    assertFails(
        "Maps_20k_3",
        "Sums_7",
        "record 5, 'global_index': expected every query once, found 'Sums_7' again");
  }

  @Test
  void aNegativeScoreByAnotherMetric() throws IOException {
    assertFails(
        "meteor_score",
        "exact_match",
        "record 3, 'evaluation_result.score': expected a score in [0, 1], found -0.033");
  }

  @Test
  void tokensThatAreNoObject() throws IOException {
    assertFails(
        "{\"input_tokens\": 12, \"output_tokens\": 4, \"total_tokens\": 16}",
        "16",
        "record 1, 'token_usage': expected a JSON object, found '16'");
  }

  private void assertFails(String text, String replacement, String message) throws IOException {
    Path copy = copy();
    String whole = Files.readString(copy.resolve(AMBER));
    assertThat(whole).contains(text);
    Files.writeString(copy.resolve(AMBER), whole.replace(text, replacement));

    assertThatThrownBy(() -> new RouterArena().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message);
  }

  private Path copy() throws IOException {
    return new Fixture(new RouterArena(), Fixture.folder("routerarena")).copyTo(folder);
  }
}
