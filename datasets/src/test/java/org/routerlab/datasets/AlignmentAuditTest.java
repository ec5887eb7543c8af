package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class AlignmentAuditTest {

  private static final Seed SEED = new Seed(3);
  private static final int QUERIES = 1000;
  private static final int MODELS = 6;

  @Test
  void aShuffledColumnIsNamedAndGrave() {
    for (int model = 0; model < MODELS; model++) {
      for (int seed = 0; seed < 5; seed++) {
        float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, new Seed(seed));
        float[] shuffled =
            TestBenchmarks.withShuffledColumn(scores, MODELS, model, new Seed(100 + seed));

        assertThat(findings(benchmark(MODELS, scores))).isEmpty();
        assertOnly(
            findings(benchmark(MODELS, shuffled)),
            FindingKind.MISALIGNED_COLUMN,
            Severity.GRAVE,
            "model-" + model);
      }
    }
  }

  @Test
  void ofTwoColumnsThatGoAgainstEachOtherNoneIsNamed() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, 2, SEED);
    assertThat(findings(benchmark(2, scores))).isEmpty();
    for (int i = 0; i < scores.length; i += 2) {
      scores[i] = 1 - scores[i];
    }

    assertThat(findings(benchmark(2, scores)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.INVERTED_COLUMN);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).contains("the two columns go against each other");
            });
  }

  @Test
  void severalShuffledColumnsAreNamedWhileHalfAreInOrder() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    for (int model : new int[] {0, 2, 5}) {
      scores = TestBenchmarks.withShuffledColumn(scores, MODELS, model, new Seed(model));
    }

    assertThat(findings(benchmark(MODELS, scores)))
        .singleElement()
        .asString()
        .contains("model-0 ", "model-2 ", "model-5 ")
        .doesNotContain("model-1 ");
  }

  @Test
  void ofThreeColumnsTheShuffledOneIsNamedAndOfTwoNone() {
    for (int model = 0; model < 3; model++) {
      float[] three = TestBenchmarks.correlatedScores(QUERIES, 3, SEED);
      assertOnly(
          findings(benchmark(3, TestBenchmarks.withShuffledColumn(three, 3, model, SEED))),
          FindingKind.MISALIGNED_COLUMN,
          Severity.GRAVE,
          "model-" + model);
    }
    float[] two = TestBenchmarks.correlatedScores(QUERIES, 2, SEED);

    assertThat(findings(benchmark(2, two))).isEmpty();
    assertThat(findings(benchmark(2, TestBenchmarks.withShuffledColumn(two, 2, 1, SEED))))
        .singleElement()
        .asString()
        .startsWith("GRAVE: the median correlation between model columns is ")
        .contains("which ones cannot be told");
  }

  @Test
  void aTableWhoseColumnsAreAllInDifferentOrdersIsGrave() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    for (int model = 1; model < MODELS; model++) {
      scores = TestBenchmarks.withShuffledColumn(scores, MODELS, model, new Seed(model));
    }

    assertOnly(
        findings(benchmark(MODELS, scores)), FindingKind.MISALIGNED_TABLE, Severity.GRAVE, "");
  }

  @ParameterizedTest
  @CsvSource({"1, by 1 row down", "-1, by 1 row up", "4, by 4 rows down"})
  void aShiftedColumnIsNamedWithItsShift(int rows, String shift) {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    IntUnaryOperator from = row -> Math.floorMod(row - rows, QUERIES);

    assertOnly(
        findings(benchmark(MODELS, reordered(scores, MODELS, 3, from))),
        FindingKind.SHIFTED_COLUMN,
        Severity.GRAVE,
        "model-3 " + shift);
  }

  @Test
  void aColumnThatIsShuffledWithinDatasetsIsFoundThoughDatasetsDifferInDifficulty() {
    // Five datasets, one after another, from easy to hard.
    int size = QUERIES / 5;
    float[] scores = new float[QUERIES * MODELS];
    SplittableRandom random = SEED.stream("datasets");
    for (int row = 0; row < QUERIES; row++) {
      double difficulty = row / size * 0.15 + random.nextDouble() * 0.4;
      for (int model = 0; model < MODELS; model++) {
        scores[row * MODELS + model] = random.nextDouble() * 0.4 + 0.3 > difficulty ? 1 : 0;
      }
    }
    int[] order = new int[QUERIES];
    for (int start = 0; start < QUERIES; start += size) {
      int[] within = shuffled(size, new Seed(start));
      for (int i = 0; i < size; i++) {
        order[start + i] = start + within[i];
      }
    }
    float[] mixed = reordered(scores, MODELS, 2, row -> order[row]);
    List<Query> queries = TestBenchmarks.queries(size, size, size, size, size);

    assertThat(findings(TestBenchmarks.of(queries, MODELS, scores))).isEmpty();
    assertOnly(
        findings(TestBenchmarks.of(queries, MODELS, mixed)),
        FindingKind.MISALIGNED_COLUMN,
        Severity.GRAVE,
        "model-2 ");
    assertThat(findings(TestBenchmarks.of(queries, MODELS, mixed)).get(0).message())
        .contains("the others within datasets");
  }

  @Test
  void aPartlyObservedColumnIsJudgedByTheRowsItHas() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    float[] shuffled = TestBenchmarks.withShuffledColumn(scores, MODELS, 1, SEED);

    assertThat(findings(benchmark(MODELS, thinned(scores, 1, 700)))).isEmpty();
    assertOnly(
        findings(benchmark(MODELS, thinned(shuffled, 1, 700))),
        FindingKind.MISALIGNED_COLUMN,
        Severity.GRAVE,
        "model-1 ");
    assertThat(findings(benchmark(MODELS, thinned(shuffled, 1, 40)))).isEmpty();
  }

  @Test
  void aColumnThatIsHardlyEverRightIsNotTakenForAShuffledOne() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    SplittableRandom random = SEED.stream("rare");
    for (int row = 0; row < QUERIES; row++) {
      scores[row * MODELS] = random.nextInt(100) < 1 ? 1 : 0;
    }

    assertThat(findings(benchmark(MODELS, scores))).isEmpty();
  }

  @Test
  void aColumnWithRightAndWrongInterchangedIsNamed() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    for (int row = 0; row < QUERIES; row++) {
      scores[row * MODELS + 4] = 1 - scores[row * MODELS + 4];
    }

    assertOnly(
        findings(benchmark(MODELS, scores)),
        FindingKind.INVERTED_COLUMN,
        Severity.WARNING,
        "model-4 -0.");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12})
  void fewRowsOfChanceRaiseNoAlarm(int models) {
    for (int seed = 0; seed < 50; seed++) {
      for (int rows : new int[] {30, 60}) {
        SplittableRandom random = new Seed(seed).stream("chance" + rows);
        float[] scores = new float[rows * models];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = random.nextInt(2);
        }
        assertThat(findings(TestBenchmarks.of(TestBenchmarks.queries(rows), models, scores)))
            .as("seed %d, %d rows", seed, rows)
            .isEmpty();
      }
    }
  }

  @Test
  void copiesOfAColumnAreNamedTogether() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    for (int row = 0; row < QUERIES; row++) {
      scores[row * MODELS + 3] = scores[row * MODELS];
      scores[row * MODELS + 5] = scores[row * MODELS];
    }

    assertOnly(
        findings(benchmark(MODELS, scores)),
        FindingKind.EQUAL_COLUMNS,
        Severity.WARNING,
        "on every query: model-0, model-3, model-5; one may be a copy");
    scores[0] = 1 - scores[0];
    assertThat(findings(benchmark(MODELS, scores)))
        .singleElement()
        .asString()
        .contains("on every query: model-3, model-5;");
  }

  @Test
  void columnsThatMayBeEqualByChanceAreNotCalledCopies() {
    float[] scores = new float[60 * 3];
    for (int row = 0; row < 60; row++) {
      scores[row * 3] = row < 19 ? 1 : 0;
      scores[row * 3 + 1] = row < 19 ? 1 : 0;
      scores[row * 3 + 2] = row % 2;
    }

    assertThat(findings(TestBenchmarks.of(TestBenchmarks.queries(60), 3, scores)))
        .extracting(Finding::kind)
        .doesNotContain(FindingKind.EQUAL_COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mmlu-pro", "llmrouter", "routellm", "routerarena"})
  void realTablesAreInOrder(String name) {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder(name), OutOfRangeScores.CLIP);

    assertThat(AlignmentAudit.of(benchmark)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mmlu-pro", "llmrouter"})
  void everyColumnOfARealTableIsNamedWhereItIsShuffled(String name) {
    Benchmark real = RoutingTableFolder.load(RealTables.folder(name));
    ModelPool pool = real.outcomes().pool();
    float[] scores = real.outcomes().scores().toArray();
    for (int model = 0; model < pool.size(); model++) {
      float[] shuffled =
          TestBenchmarks.withShuffledColumn(scores, pool.size(), model, new Seed(model));

      assertOnly(
          findings(with(real, shuffled)),
          FindingKind.MISALIGNED_COLUMN,
          Severity.GRAVE,
          "): " + pool.name(model) + " ");
    }
  }

  @Test
  void aRealColumnThatIsShiftedByARowIsNamed() {
    Benchmark real = RoutingTableFolder.load(RealTables.folder("llmrouter"));
    ModelPool pool = real.outcomes().pool();
    int rows = real.queries().size();
    float[] scores = real.outcomes().scores().toArray();
    for (int model = 0; model < pool.size(); model++) {
      float[] shifted = reordered(scores, pool.size(), model, row -> (row + 1) % rows);

      assertOnly(
          findings(with(real, shifted)),
          FindingKind.SHIFTED_COLUMN,
          Severity.GRAVE,
          pool.name(model) + " by 1 row up");
    }
  }

  private static void assertOnly(
      List<Finding> findings, FindingKind kind, Severity severity, String part) {
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.message()).contains(part);
              if (kind == FindingKind.MISALIGNED_COLUMN || kind == FindingKind.SHIFTED_COLUMN) {
                assertThat(finding.message())
                    .as("names")
                    .doesNotContainPattern("\\d\\)?, [A-Z]|model-\\d.*model-");
              }
            });
  }

  private static List<Finding> findings(Benchmark benchmark) {
    return AlignmentAudit.of(benchmark);
  }

  private static Benchmark benchmark(int models, float[] scores) {
    return TestBenchmarks.of(TestBenchmarks.queries(QUERIES), models, scores);
  }

  private static Benchmark with(Benchmark real, float[] scores) {
    ModelPool pool = real.outcomes().pool();
    FloatMatrix matrix = FloatMatrix.wrap(real.queries().size(), pool.size(), scores);
    return Benchmark.of(
        "changed", real.queries(), new OutcomeTable(pool, matrix), "none", Map.of());
  }

  /** The scores of a column, each taken from the row that {@code from} says. */
  private static float[] reordered(float[] scores, int models, int column, IntUnaryOperator from) {
    float[] made = scores.clone();
    for (int row = 0; row < scores.length / models; row++) {
      made[row * models + column] = scores[from.applyAsInt(row) * models + column];
    }
    return made;
  }

  /** All but so many scores of a column unknown. */
  private static float[] thinned(float[] scores, int column, int known) {
    float[] made = scores.clone();
    for (int row = known; row < QUERIES; row++) {
      made[row * MODELS + column] = Float.NaN;
    }
    return made;
  }

  private static int[] shuffled(int size, Seed seed) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    SplittableRandom random = seed.stream("order");
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      all.set(i, all.set(j, all.get(i)));
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }
}
