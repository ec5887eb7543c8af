package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class AuditTest {

  private static final Seed SEED = new Seed(3);
  private static final int QUERIES = 400;
  private static final int MODELS = 6;

  @Test
  void aSoundTableRaisesNoWarning() {
    assertThat(Audit.of(correlated())).allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  @Test
  void aColumnInAnotherOrderIsNamed() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    float[] shuffled = TestBenchmarks.withShuffledColumn(scores, MODELS, 4, SEED);

    List<Finding> findings = Audit.of(benchmark(shuffled));

    assertThat(findings)
        .filteredOn(finding -> finding.severity() != Severity.NOTE)
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
        .asString()
        .contains("the column of model-4 has a median correlation of")
        .contains("its rows may be in another order");
  }

  @Test
  void aTableWhoseColumnsAreAllInDifferentOrdersIsGrave() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED);
    for (int model = 1; model < MODELS; model++) {
      scores = TestBenchmarks.withShuffledColumn(scores, MODELS, model, new Seed(model));
    }

    assertThat(Audit.of(benchmark(scores)).get(0))
        .asString()
        .startsWith("GRAVE: the median correlation between model columns is ");
  }

  @Test
  void aPoolOfTwoIsCheckedToo() {
    float[] scores = TestBenchmarks.correlatedScores(QUERIES, 2, SEED);
    Benchmark shuffled =
        TestBenchmarks.of(
            TestBenchmarks.queries(QUERIES),
            2,
            TestBenchmarks.withShuffledColumn(scores, 2, 1, SEED));

    assertThat(Audit.of(shuffled).get(0).severity()).isEqualTo(Severity.GRAVE);
  }

  @Test
  void aFewQueriesSayNothingAboutTheOrder() {
    Benchmark small =
        TestBenchmarks.of(TestBenchmarks.queries(6), 2, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0);

    assertThat(Audit.of(small)).allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  @Test
  void repeatedTextsWithConflictingScoresAreCounted() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                new Query("a", "one  text", "d"),
                new Query("b", "one text", "d"),
                new Query("c", "two", "d"),
                new Query("e", "two", "d"),
                new Query("f", "two", "d")),
            2,
            new float[] {1, 0, 0, 0, 1, Float.NaN, 1, 1, Float.NaN, 1});

    assertThat(messages(benchmark))
        .contains(
            "WARNING: 2 texts occur more than once (5 queries), 1 of them with conflicting scores");
  }

  @Test
  void aTextInSeveralPartsOfThePublishedSplitIsAWarning() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                new Query("a", "one", "d", Map.of("split", "train")),
                new Query("b", "one", "d", Map.of("split", "test"))));

    assertThat(messages(benchmark))
        .anyMatch(m -> m.startsWith("WARNING: 1 texts are in several parts of the published split"))
        .contains("NOTE: 1 texts occur more than once (2 queries), always with equal scores");
  }

  @Test
  void constantAndEmptyColumnsAreNamed() {
    float nan = Float.NaN;
    Benchmark benchmark =
        TestBenchmarks.of(TestBenchmarks.queries(2), 3, new float[] {1, 0, nan, 1, 1, nan});

    assertThat(messages(benchmark))
        .contains(
            "WARNING: the score is the same on every query for 1 of 3 (33.3 %) models: model-0",
            "WARNING: no score was ever observed for 1 of 3 (33.3 %) models: model-2",
            "WARNING: 2 of 6 (33.3 %) scores are missing; 0 of 2 queries have every model");
  }

  @Test
  void missingCellsAndUnsolvableQueriesAreShared() {
    Benchmark benchmark =
        TestBenchmarks.of(TestBenchmarks.queries(3), 2, new float[] {0, 0.4f, 1, 0, Float.NaN, 1});

    assertThat(messages(benchmark))
        .contains(
            "NOTE: 1 of 6 (16.7 %) scores are missing; 2 of 3 queries have every model",
            "NOTE: 1 of 2 (50.0 %) queries with every model are unsolvable: no model reaches a"
                + " score of 0.5");
  }

  @Test
  void scoresOutOfRangeAndBlankTextsAreGraveAndComeFirst() {
    List<Query> queries = new ArrayList<>(TestBenchmarks.queries(1));
    queries.add(new Query("blank", " \n", "d"));
    Benchmark benchmark = TestBenchmarks.of(queries, 2, new float[] {0, 1, 2, 0});

    assertThat(messages(benchmark).subList(0, 2))
        .containsExactly(
            "GRAVE: 1 of 2 (50.0 %) texts are blank",
            "GRAVE: scores lie outside [0, 1] for 1 of 2 (50.0 %) models: model-0");
  }

  @Test
  void constantCostsAreANoteWhereAllAreAndAWarningOtherwise() {
    assertThat(costFindings(1, 2, 1, 2))
        .contains("NOTE: the cost is the same on every query for 2 of 2 (100.0 %) models: a, b");
    assertThat(costFindings(1, 2, 1, 3))
        .contains("WARNING: the cost is the same on every query for 1 of 2 (50.0 %) models: a");
    assertThat(costFindings(1, Float.NaN, 2, Float.NaN))
        .contains(
            "WARNING: no cost is known for 1 of 2 (50.0 %) models: b",
            "NOTE: 2 of 4 (50.0 %) costs are unknown");
    assertThat(costFindings(1, -2, 2, 3))
        .contains("GRAVE: costs are below 0 for 1 of 2 (50.0 %) models: b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mmlu-pro", "llmrouter", "routellm", "routerarena"})
  void realTablesAreInOrder(String name) {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder(name), OutOfRangeScores.CLIP);

    List<String> messages = messages(benchmark);

    assertThat(messages).noneMatch(message -> message.contains("correlation"));
    assertThat(messages).noneMatch(message -> message.startsWith("GRAVE"));
  }

  @Test
  void aShuffledColumnOfARealTableIsNamed() {
    Benchmark real = RoutingTableFolder.load(RealTables.folder("mmlu-pro"));
    ModelPool pool = real.outcomes().pool();
    float[] shuffled =
        TestBenchmarks.withShuffledColumn(real.outcomes().scores().toArray(), pool.size(), 7, SEED);
    OutcomeTable outcomes =
        new OutcomeTable(pool, FloatMatrix.wrap(real.outcomes().size(), pool.size(), shuffled));
    Benchmark benchmark = Benchmark.of("shuffled", real.queries(), outcomes, "none", Map.of());

    assertThat(messages(benchmark))
        .filteredOn(message -> message.contains("may be in another order"))
        .singleElement()
        .asString()
        .contains("Meta-Llama-3.1-70B ");
  }

  @Test
  void theRepeatsOfLlmrouterAreReported() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("llmrouter"));

    assertThat(messages(benchmark))
        .anyMatch(m -> m.startsWith("WARNING: 69 texts are in several parts"))
        .anyMatch(m -> m.contains("69 texts occur more than once (138 queries), 16 of them with"));
  }

  private static Benchmark correlated() {
    return benchmark(TestBenchmarks.correlatedScores(QUERIES, MODELS, SEED));
  }

  private static Benchmark benchmark(float[] scores) {
    return TestBenchmarks.of(TestBenchmarks.queries(QUERIES), MODELS, scores);
  }

  private static List<String> costFindings(float... costs) {
    OutcomeTable outcomes =
        new OutcomeTable(
            ModelPool.of("a", "b"),
            FloatMatrix.wrap(2, 2, new float[] {0, 1, 1, 0}),
            FloatMatrix.wrap(2, 2, costs));
    return messages(Benchmark.of("costs", TestBenchmarks.queries(2), outcomes, "USD", Map.of()));
  }

  private static List<String> messages(Benchmark benchmark) {
    return Audit.of(benchmark).stream().map(Finding::toString).toList();
  }
}
