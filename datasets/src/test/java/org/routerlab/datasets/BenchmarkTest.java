package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

class BenchmarkTest {

  @Test
  void groupsByATag() {
    Query query = new Query("q", "text", "mmlu_pro", Map.of("category", "law"));
    Benchmark benchmark = TestBenchmarks.of(List.of(query));

    Benchmark grouped = benchmark.groupedBy("category");

    assertThat(grouped.queries())
        .containsExactly(new Query("q", "text", "law", Map.of("category", "law")));
    assertThat(grouped.fingerprint()).isNotEqualTo(benchmark.fingerprint());
  }

  @Test
  void groupingByAMissingTagIsAnError() {
    Benchmark benchmark =
        TestBenchmarks.of(List.of(new Query("q", "text", "d", Map.of("split", "train"))));

    assertThatThrownBy(() -> benchmark.groupedBy("category"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every query must have the tag 'category' but 'q' has [split]");
  }

  @Test
  void outcomesOfAnotherNumberOfQueriesAreAnError() {
    OutcomeTable outcomes = new OutcomeTable(ModelPool.of("a", "b"), FloatMatrix.empty(2));

    assertThatThrownBy(
            () -> Benchmark.of("b", TestBenchmarks.queries(1), outcomes, "none", Map.of()))
        .hasMessageContaining("outcome rows must equal queries but are 0 and 1");
  }
}
