package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;

/** The published figures, best single and oracle, over the queries with every model. */
class RealTablesTest {

  private static final Offset<Double> ROUNDING = within(0.0005);

  @Test
  void mmluProHasItsPublishedFigures() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("mmlu-pro"));

    assertThat(benchmark.queries()).hasSize(12_032);
    assertThat(benchmark.outcomes().pool().size()).isEqualTo(29);
    assertThat(benchmark.costUnit()).isEqualTo("output characters");
    assertFigures(benchmark, 10_326, 0.718, 0.949);
  }

  @Test
  void llmrouterHasItsPublishedFigures() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("llmrouter"));

    assertThat(benchmark.outcomes().pool().size()).isEqualTo(9);
    assertThat(benchmark.costUnit()).isEqualTo("USD per 1M tokens (list price)");
    assertThat(benchmark.outcomes().meanCosts()[3]).isEqualTo(0.9f, within(1e-6));
    assertFigures(benchmark, 5_610, 0.650, 0.822);
  }

  @Test
  void routellmHasItsPublishedFigures() {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder("routellm"));

    assertThat(benchmark.costUnit()).isEqualTo("output characters");
    assertFigures(benchmark, 15_441, 0.811, 0.865);
    long known =
        IntStream.range(0, benchmark.outcomes().size())
            .filter(row -> !Float.isNaN(benchmark.outcomes().cost(row, 0)))
            .count();
    assertThat(known).as("costs are known on GSM8K only").isEqualTo(1_319);
  }

  @Test
  void routerarenaHasAScoreOutsideTheRangeAndItsPublishedFiguresOnceItIsClipped() {
    Path folder = RealTables.folder("routerarena");

    assertThatThrownBy(() -> RoutingTableFolder.load(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected a score in [0, 1] or an empty cell, found '-0.033019'");

    Benchmark benchmark = RoutingTableFolder.load(folder, OutOfRangeScores.CLIP);

    assertThat(benchmark.costUnit()).isEqualTo("USD");
    assertThat(benchmark.provenance()).containsEntry(RoutingTableFolder.CLIPPED_SCORES, "1");
    assertFigures(benchmark, 809, 0.690, 0.741);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llmrouter", "routellm"})
  void aRealTableSurvivesWritingAndReading(String name, @TempDir Path folder) throws IOException {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder(name));

    RoutingTableFolder.write(benchmark, folder);

    assertThat(RoutingTableFolder.load(folder).fingerprint()).isEqualTo(benchmark.fingerprint());
  }

  private static void assertFigures(
      Benchmark benchmark, int completeRows, double bestSingle, double oracle) {
    int[] rows = benchmark.outcomes().completeRows();
    OutcomeTable complete = benchmark.outcomes().selectRows(rows);

    assertThat(rows).hasSize(completeRows);
    assertThat(Arrays.stream(complete.meanScores()).max().orElseThrow())
        .isEqualTo(bestSingle, ROUNDING);
    assertThat(IntStream.range(0, rows.length).mapToDouble(row -> best(complete, row)).average())
        .hasValueCloseTo(oracle, ROUNDING);
  }

  private static double best(OutcomeTable outcomes, int row) {
    return IntStream.range(0, outcomes.pool().size())
        .mapToDouble(model -> outcomes.score(row, model))
        .max()
        .orElseThrow();
  }
}
