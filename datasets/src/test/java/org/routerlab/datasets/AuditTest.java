package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
            "WARNING: 1 of 2 (50.0 %) repeated texts have conflicting scores; 1 of 4 (25.0 %) models'"
                + " scores of such a text are not all the same",
            "NOTE: 2 texts occur more than once (5 queries)");
  }

  @Test
  void repeatedTextsAreCountedByPart() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                new Query("a", "one", "d", Map.of("split", "train")),
                new Query("b", " one", "d", Map.of("split", "train")),
                new Query("c", "one", "d", Map.of("split", "test")),
                new Query("e", "two", "d", Map.of("split", "test")),
                new Query("f", "two", "d", Map.of("split", "test")),
                new Query("g", "three", "d"),
                new Query("h", "three", "d"),
                new Query("i", "four", "d")));

    assertThat(messages(benchmark))
        .contains(
            "NOTE: 3 texts occur more than once (7 queries): 1 within no part, 1 within test, 1"
                + " within train, 1 in several parts of the published split; always with equal"
                + " scores");
  }

  @Test
  void marksOfContaminationAreCountedAndTheWayOutIsNamed() {
    Benchmark benchmark =
        TestBenchmarks.of(
            List.of(
                new Query("a", "one", "x", Map.of("contaminated", "true")),
                new Query("b", "two", "y", Map.of("contaminated", "true")),
                new Query("c", "three", "y", Map.of("contaminated", "False")),
                new Query("e", "four", "y", Map.of("isContamination", "train, dirty")),
                new Query("f", "five", "y", Map.of("clean", "true"))));

    assertThat(messages(benchmark))
        .contains(
            "WARNING: 2 of 5 (40.0 %) queries have the mark contaminated: true 2 (by dataset: x 1, y"
                + " 1); keep them to compare with published figures, or leave them out by the"
                + " transform dropTagged: {tag: contaminated, value: 'true'}")
        .anyMatch(m -> m.startsWith("WARNING: 1 of 5 (20.0 %) queries have the mark isContam"))
        .filteredOn(m -> m.contains("have the mark"))
        .hasSize(2);
  }

  @Test
  void everyKindOfFindingIsDescribedWithItsSeverity() throws IOException {
    String formats = Files.readString(Path.of("..", "docs", "datasets.md"));
    for (FindingKind kind : FindingKind.values()) {
      assertThat(formats).containsPattern("\\n\\| `" + kind + "` \\| (note|warning|grave)");
    }
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

  @Test
  void partsOfOtherNamesAreNamed() {
    Benchmark mini = A2bMini.load();
    List<Query> queries = new ArrayList<>();
    for (int row = 0; row < mini.queries().size(); row++) {
      Query query = mini.queries().get(row);
      String part = row < 20 ? "dev" : row < 300 ? "train" : "test";
      queries.add(new Query(query.id(), query.text(), query.dataset(), Map.of("split", part)));
    }
    Benchmark divided =
        new Benchmark("t", queries, mini.outcomes(), mini.costUnit(), mini.provenance());

    assertThat(Audit.of(divided))
        .filteredOn(finding -> finding.kind() == FindingKind.UNKNOWN_PART)
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("20 of 551 (3.6 %) queries are in none of the parts")
        .contains("dev=20");
    assertThat(Audit.of(mini)).noneMatch(finding -> finding.kind() == FindingKind.UNKNOWN_PART);
  }
}
