package org.routerlab.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.OutcomeTable;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.formats.LlmRouterBench;
import org.routerlab.datasets.formats.NineBy;

class LoadingInputsTest {

  @TempDir Path folder;

  @Test
  void theTreeIsOneOfLlmRouterBench() throws IOException {
    new LoadingInputs().writeTree(folder, 7, 9);

    Benchmark benchmark = new LlmRouterBench().read(folder);

    assertThat(benchmark.queries()).hasSize(16);
    assertThat(benchmark.outcomes().pool().size()).isEqualTo(20);
    assertThat(benchmark.outcomes().completeRows()).hasSize(16);
    assertThat(benchmark.provenance()).containsEntry("demo_runs_left_out", "1");
  }

  @Test
  void theTableHasThreeOfNineModelsForEachQuery() throws IOException {
    new LoadingInputs().writeSparseTable(folder, 30);

    OutcomeTable outcomes = RoutingTableFolder.load(folder).outcomes();

    assertThat(outcomes.size()).isEqualTo(30);
    for (int query = 0; query < outcomes.size(); query++) {
      int row = query;
      assertThat(IntStream.range(0, 9).filter(model -> outcomes.isObserved(row, model))).hasSize(3);
    }
  }

  @Test
  void theCallsAreNineByWithThreeOfNineModelsForEachQuery() throws IOException {
    new LoadingInputs().writeSparseCalls(folder, 30);

    OutcomeTable outcomes = new NineBy().read(folder).outcomes();

    assertThat(outcomes.size()).isEqualTo(30);
    assertThat(outcomes.pool().size()).isEqualTo(9);
    for (int query = 0; query < outcomes.size(); query++) {
      int row = query;
      assertThat(IntStream.range(0, 9).filter(model -> outcomes.isObserved(row, model))).hasSize(3);
    }
  }
}
