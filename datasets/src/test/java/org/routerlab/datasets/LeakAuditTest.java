package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.Query;

class LeakAuditTest {

  @ParameterizedTest
  @CsvSource({"0, ", "1, WARNING", "2, WARNING", "3, GRAVE", "200, GRAVE"})
  void testTextsInTrainAreGraveAboveOnePercent(int leaked, Severity severity) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      queries.add(query("train-" + i, "text " + i, "train"));
      queries.add(query("test-" + i, i < leaked ? " text\n" + i : "other " + i, "test"));
    }

    assertThat(leaks(queries))
        .extracting(Finding::severity)
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  @Test
  void theQueriesAreCountedByDatasetWithExamples() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      queries.add(new Query("s" + i, "text " + i, i < 2 ? "a" : "b", Map.of("split", "test")));
      queries.add(query("t" + i, "text " + i, "train"));
      queries.add(query("u" + i, "text " + i, "train"));
    }
    queries.add(query("s9", "only in test", "test"));

    assertThat(leaks(queries))
        .singleElement()
        .hasToString(
            "GRAVE: 7 of 8 (87.5 %) test queries have the text of a query in train (b 5, a 2), such"
                + " as s0 = t0, s1 = t1, s2 = t2, s3 = t3, s4 = t4; a router could know the answers,"
                + " and the splits of RouterLab keep equal texts in one part");
  }

  @Test
  void validationIsLookedAtFromBothSides() {
    List<Query> queries =
        List.of(
            query("a", "one", "train"),
            query("b", "one", "validation"),
            query("c", "two", "validation"),
            query("d", "two", "test"));

    assertThat(leaks(queries))
        .extracting(finding -> finding.severity() + " " + finding.kind())
        .containsExactly("WARNING validation-in-train", "WARNING test-in-validation");
  }

  @Test
  void withoutAPublishedSplitNothingLeaks() {
    assertThat(leaks(List.of(new Query("a", "one", "d"), new Query("b", "one", "d")))).isEmpty();
    assertThat(leaks(List.of(query("a", "one", "sub_10"), query("b", "one", "sub_20")))).isEmpty();
  }

  @Test
  void theRepeatedTestPromptsOfLlmrouterAreFound() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("llmrouter"));

    assertThat(Audit.of(benchmark))
        .first()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.TEST_IN_TRAIN))
        .asString()
        .startsWith(
            "GRAVE: 69 of 450 (15.3 %) test queries have the text of a query in train (human_eval"
                + " 50, mbpp 19), such as test-");
    assertThat(Audit.of(benchmark))
        .extracting(Finding::toString)
        .contains(
            "WARNING: 16 of 69 (23.2 %) repeated texts have conflicting scores; 17 of 621 (2.7 %)"
                + " models' scores of such a text are not all the same");
  }

  private static Query query(String id, String text, String part) {
    return new Query(id, text, "d", Map.of(Benchmark.SPLIT_TAG, part));
  }

  private static List<Finding> leaks(List<Query> queries) {
    return LeakAudit.of(TestBenchmarks.of(queries), TextGroup.of(queries));
  }
}
