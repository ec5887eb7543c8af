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

class R2BenchTest {

  private static final float NONE = Float.NaN;
  private static final String QWEN = "data/Qwen/Qwen3-0.6B/10_judge.csv";
  private static final String TINY = "data/acme/Tiny-1B/10_judge.csv";

  @TempDir Path folder;

  @Test
  void everyModelAtEveryBudgetIsAModelOfThePool() {
    Benchmark benchmark = read();

    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("Qwen/Qwen3-0.6B@10", "acme/Tiny-1B@10", "acme/Tiny-1B@2000");
    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1, 1, 0.3f, NONE, NONE, NONE, NONE, 0, 1);
    assertThat(benchmark.tokens().orElseThrow().output().toArray())
        .containsExactly(5, 3, 4, NONE, NONE, NONE, NONE, 7, 9);
    assertThat(benchmark.tokens().orElseThrow().input().toArray()).containsOnly(NONE);
    assertThat(benchmark.provenance())
        .containsEntry("budget", "all")
        .containsEntry("pairs_without_file", "Qwen/Qwen3-0.6B@2000");
  }

  @Test
  void theTextIsTheOneThatKeptItsLineBreaks() {
    assertThat(read().queries())
        .containsExactly(
            new Query("k-1", "Name a planet.\nOne word.", "all", Map.of()),
            new Query("k-3", "Spell cat.", "all", Map.of()),
            new Query("k-2", "What is 7 * 8?", "all", Map.of()));
  }

  @Test
  void costsAreOutputTokensTimesThePriceWhereThereIsOne() {
    Benchmark benchmark = read();

    assertThat(benchmark.costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(benchmark.outcomes().cost(0, 0)).isEqualTo((float) (5 * 0.0173 / 1e6));
    assertThat(benchmark.outcomes().cost(0, 1)).isNaN();
    assertThat(benchmark.provenance())
        .containsEntry("prices_usd_per_1m", "{\"Qwen/Qwen3-0.6B@10\":[0.0,0.0173]}")
        .containsEntry("models_without_price", "acme/Tiny-1B@10, acme/Tiny-1B@2000");
  }

  @Test
  void oneBudgetLeavesThePlainModels() {
    Benchmark benchmark = new R2Bench("10").read(FormatFixtures.of("r2-bench"));

    assertThat(benchmark.outcomes().pool().names())
        .containsExactly("Qwen/Qwen3-0.6B", "acme/Tiny-1B");
    assertThat(benchmark.outcomes().scores().toArray()).containsExactly(1, 1, NONE, NONE, NONE, 0);
  }

  @Test
  void theFolderDataIsReadLikeTheOneAboveIt() {
    assertThat(new R2Bench().read(FormatFixtures.of("r2-bench").resolve("data")).fingerprint())
        .isEqualTo(read().fingerprint());
  }

  @Test
  void survivesARoutingTable() throws IOException {
    FormatFixtures.assertSurvivesATable(read(), folder);
  }

  @Test
  void aBudgetThatIsNoNumber() {
    assertThatThrownBy(() -> new R2Bench("large"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("budget must be 'all', 'unlimited' or a number of tokens but is 'large'");
  }

  @Test
  void aBudgetThatNoFileHas() {
    Path source = FormatFixtures.of("r2-bench");

    assertThatThrownBy(() -> new R2Bench("77").read(source))
        .isInstanceOf(BadDataException.class)
        .hasMessage(source + ": expected files of the budget 77, found the budgets [10, 2000]");
  }

  @Test
  void anotherTextUnderTheSameKey() throws IOException {
    Path copy = broken(TINY, "\"Name a planet.\nOne word.\",", "Name a star.,");

    assertFails(
        copy,
        TINY,
        ", record 1, 'original_prompt': expected the text that other files have for the key,"
            + " 'Name a planet.One word.', found 'Name a star.'");
  }

  @Test
  void aKeyTwice() throws IOException {
    Path copy = broken(QWEN, "k-3,", "k-1,");

    assertFails(copy, QWEN, ", record 2, 'key': expected every key once, found 'k-1' again");
  }

  @Test
  void aMissingColumn() throws IOException {
    Path copy = broken(QWEN, "correctness_score", "score");

    assertThatThrownBy(() -> new R2Bench().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(
            copy.resolve(QWEN) + ": expected a column 'correctness_score', found ");
  }

  @Test
  void aFileWithoutABudgetInItsName() throws IOException {
    Path copy = FormatFixtures.copy("r2-bench", folder);
    Path moved = copy.resolve("data/acme/Tiny-1B/final_judge.csv");
    Files.move(copy.resolve(TINY), moved);

    assertThatThrownBy(() -> new R2Bench().read(copy))
        .hasMessage(moved + ": expected a name such as 100_judge.csv, found final_judge.csv");
  }

  private static Benchmark read() {
    return new R2Bench().read(FormatFixtures.of("r2-bench"));
  }

  private Path broken(String file, String text, String other) throws IOException {
    Path copy = FormatFixtures.copy("r2-bench", folder);
    FormatFixtures.replace(copy.resolve(file), text, other);
    return copy;
  }

  private static void assertFails(Path copy, String file, String message) {
    assertThatThrownBy(() -> new R2Bench().read(copy))
        .isInstanceOf(BadDataException.class)
        .hasMessage(copy.resolve(file) + message);
  }
}
