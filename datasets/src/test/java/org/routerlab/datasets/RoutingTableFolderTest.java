package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class RoutingTableFolderTest {

  private static final String META =
      """
      {"name": "toy", "queries": 3, "models": ["large", "small"], "licence": "MIT",
       "prices_usd_per_1m": {"small": [1, 3], "large": [10, 30]}}
      """;

  @TempDir Path folder;

  @Test
  void readsQueriesWithTheirTags() {
    Benchmark benchmark = TestTable.in(folder).load();

    assertThat(benchmark.queries())
        .containsExactly(
            new Query("q1", "What is 1 + 1?", "sums", Map.of("split", "train", "stem", "true")),
            new Query("q2", "What is 2 + 2?", "sums", Map.of("split", "test", "level", "3")),
            new Query("q3", "Spell cat.", "words", Map.of("split", "train")));
  }

  @Test
  void anEmptyCellIsNotObserved() {
    OutcomeTable outcomes = TestTable.in(folder).load().outcomes();

    assertThat(outcomes.pool().names()).containsExactly("small", "large");
    assertThat(outcomes.scores().toArray()).containsExactly(1f, 0.5f, Float.NaN, 1f, 0f, 0.333333f);
  }

  @Test
  void readsGzippedFilesLikePlainOnes() {
    String plain = TestTable.in(folder).load().fingerprint();

    TestTable zipped = TestTable.in(folder).zipped("queries.jsonl").zipped("scores.csv");

    assertThat(zipped.load().fingerprint()).isEqualTo(plain);
  }

  @Test
  void rowsAreMatchedByIdAndColumnsByName() {
    Benchmark benchmark =
        TestTable.in(folder)
            .with("scores.csv", "id,small,large\nq3,0,0.25\nq1,1,0\nq2,,1\n")
            .with("cost_usd.csv", "id,large,small\nq2,20,2\nq1,10,1\nq3,30,3\n")
            .load();

    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(1f, 0f, Float.NaN, 1f, 0f, 0.25f);
    assertThat(benchmark.outcomes().costs().toArray()).containsExactly(1f, 10f, 2f, 20f, 3f, 30f);
  }

  @Test
  void blankLinesCarriageReturnsAndAByteOrderMarkAreHarmless() {
    String plain = TestTable.in(folder).load().fingerprint();

    TestTable noisy =
        TestTable.in(folder)
            .with("queries.jsonl", TestTable.QUERIES.replace("\n", "\r\n\r\n"))
            .with("scores.csv", "\uFEFF" + TestTable.SCORES.replace("\n", "\r\n") + "\r\n");

    assertThat(noisy.load().fingerprint()).isEqualTo(plain);
  }

  @Test
  void quotedCellsMayHoldCommas() {
    Benchmark benchmark =
        TestTable.in(folder)
            .with("scores.csv", "id,\"small, chat\",large\nq1,1,1\n\"q2\",1,1\nq3,1,1\n")
            .load();

    assertThat(benchmark.outcomes().pool().names()).containsExactly("small, chat", "large");
  }

  @Test
  void withoutAnyCostFileOrPriceThereAreNoCosts() {
    Benchmark benchmark = TestTable.in(folder).load();

    assertThat(benchmark.outcomes().hasCosts()).isFalse();
    assertThat(benchmark.costUnit()).isEqualTo("none");
  }

  @Test
  void recordedDollarsComeBeforeEveryOtherCost() {
    Benchmark benchmark =
        withEveryCost().with("cost_usd.csv", "id,small,large\nq1,1,2\nq2,3,4\nq3,5,\n").load();

    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.outcomes().costs().toArray())
        .containsExactly(1f, 2f, 3f, 4f, 5f, Float.NaN);
  }

  @Test
  void tokensTimesListPricesComeBeforeCharacters() {
    Benchmark benchmark = withEveryCost().load();

    assertThat(benchmark.costUnit()).isEqualTo("USD (tokens × list price)");
    assertThat(benchmark.outcomes().cost(0, 0)).isEqualTo((float) ((100 * 1 + 7 * 3) / 1e6));
    assertThat(benchmark.outcomes().cost(0, 1)).isEqualTo((float) ((200 * 10 + 8 * 30) / 1e6));
  }

  @Test
  void charactersComeBeforeListPricesAlone() {
    Benchmark benchmark = withEveryCost().without("input_tokens.csv").load();

    assertThat(benchmark.costUnit()).isEqualTo("output characters");
    assertThat(benchmark.outcomes().costs().toArray())
        .containsExactly(11f, 12f, Float.NaN, Float.NaN, 15f, 16f);
  }

  @Test
  void listPricesAloneGiveEveryModelTheMeanOfInputAndOutputPrice() {
    Benchmark benchmark = TestTable.in(folder).with("meta.json", META).load();

    assertThat(benchmark.costUnit()).isEqualTo("USD per 1M tokens (list price)");
    assertThat(benchmark.outcomes().costs().toArray()).containsExactly(2f, 20f, 2f, 20f, 2f, 20f);
  }

  @Test
  void metaGivesNameAndProvenance() {
    Benchmark benchmark = TestTable.in(folder).with("meta.json", META).load();

    assertThat(benchmark.name()).isEqualTo("toy");
    assertThat(benchmark.provenance())
        .containsEntry("licence", "MIT")
        .containsOnlyKeys("licence", "prices_usd_per_1m");
  }

  @Test
  void clippingDrawsScoresIntoTheRangeAndCountsThem() {
    TestTable.in(folder).with("scores.csv", "id,small,large\nq1,-0.1,1\nq2,1.5,1\nq3,0,\n");

    Benchmark benchmark = RoutingTableFolder.load(folder, OutOfRangeScores.CLIP);

    assertThat(benchmark.outcomes().scores().toArray())
        .containsExactly(0f, 1f, 1f, 1f, 0f, Float.NaN);
    assertThat(benchmark.provenance()).containsEntry(RoutingTableFolder.CLIPPED_SCORES, "2");
  }

  @Test
  void whatIsWrittenIsReadBackToTheLastBit() throws IOException {
    for (String unit : List.of("none", "USD", "output characters", "joules")) {
      Benchmark benchmark = random(unit);
      Path target = folder.resolve(unit);

      RoutingTableFolder.write(benchmark, target);
      Benchmark read = RoutingTableFolder.load(target);

      assertThat(read.name()).isEqualTo(benchmark.name());
      assertThat(read.queries()).isEqualTo(benchmark.queries());
      assertThat(read.outcomes().pool()).isEqualTo(benchmark.outcomes().pool());
      assertThat(read.costUnit()).isEqualTo(unit);
      assertThat(read.provenance()).isEqualTo(benchmark.provenance());
      assertThat(read.fingerprint()).isEqualTo(benchmark.fingerprint());
    }
  }

  @Test
  void aLoadedTableSurvivesWritingAndReading() throws IOException {
    Benchmark first = TestTable.in(folder).with("meta.json", META).load();

    RoutingTableFolder.write(first, folder.resolve("copy"));
    Benchmark second = RoutingTableFolder.load(folder.resolve("copy"));

    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(second.costUnit()).isEqualTo(first.costUnit());
    assertThat(second.provenance()).isEqualTo(first.provenance());
  }

  @Test
  void refusesToWriteIntoAFolderThatIsNotEmpty() {
    Benchmark benchmark = TestTable.in(folder).load();

    assertThatThrownBy(() -> RoutingTableFolder.write(benchmark, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be empty but " + folder);
  }

  @Test
  void refusesToWriteATagNamedLikeAField() {
    Benchmark benchmark =
        new Benchmark(
            "b",
            List.of(new Query("q", "text", "d", Map.of("prompt", "x"))),
            new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.of(new float[] {0, 1})),
            "none",
            new java.util.TreeMap<>());

    assertThatThrownBy(() -> RoutingTableFolder.write(benchmark, folder.resolve("new")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a tag must not be called [dataset, id, prompt]");
  }

  private TestTable withEveryCost() {
    return TestTable.in(folder)
        .with("meta.json", META)
        .with("input_tokens.csv", "id,small,large\nq1,100,200\nq2,,\nq3,5,6\n")
        .with("output_tokens.csv", "id,small,large\nq1,7,8\nq2,,\nq3,5,6\n")
        .with("out_chars.csv", "id,small,large\nq1,11,12\nq2,,\nq3,15,16\n");
  }

  private static Benchmark random(String unit) {
    SplittableRandom random = new Seed(7).stream(unit);
    List<Query> queries = new ArrayList<>();
    float[] scores = new float[200 * 3];
    float[] costs = new float[200 * 3];
    for (int row = 0; row < 200; row++) {
      String text = "line one\nline \"two\" \\ \t ünïcode 🙂 \u2028 " + row;
      queries.add(new Query("id, \"" + row, text, "d" + row % 3, Map.of("category", "c,\n")));
      for (int i = row * 3; i < row * 3 + 3; i++) {
        scores[i] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextDouble();
        costs[i] = random.nextInt(4) == 0 ? Float.NaN : (float) Math.exp(random.nextInt(160) - 80);
      }
    }
    scores[0] = -0.0f;
    scores[1] = Float.MIN_VALUE;
    costs[0] = -0.0f;
    costs[1] = Float.MAX_VALUE;
    costs[2] = 16_777_217;
    FloatMatrix scoreMatrix = FloatMatrix.wrap(200, 3, scores);
    FloatMatrix costMatrix = FloatMatrix.wrap(200, 3, costs);
    ModelPool pool = ModelPool.of("a", "org/b, \"v2\"", "c");
    return Benchmark.of(
        "random",
        queries,
        unit.equals("none")
            ? new OutcomeTable(pool, scoreMatrix)
            : new OutcomeTable(pool, scoreMatrix, costMatrix),
        unit,
        Map.of("queries", "many", "name", "another", "source", "a \"test\""));
  }
}
