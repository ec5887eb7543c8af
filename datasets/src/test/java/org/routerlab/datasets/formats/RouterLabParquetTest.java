package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.RealTables;
import org.routerlab.datasets.RoutingTableFolder;

class RouterLabParquetTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"llmrouter", "mmlu-pro", "routellm", "routerarena"})
  void aRealTableSurvivesToTheLastBit(String name) throws IOException {
    Benchmark benchmark = RoutingTableFolder.load(RealTables.folder(name), OutOfRangeScores.CLIP);
    Path file = folder.resolve("table.parquet");

    RouterLabParquet.write(benchmark, file);
    Benchmark read = new RouterLabParquet().read(file);

    assertThat(read.fingerprint()).isEqualTo(benchmark.fingerprint());
    assertThat(read.name()).isEqualTo(benchmark.name());
    assertThat(read.costUnit()).isEqualTo(benchmark.costUnit());
    assertThat(read.provenance()).isEqualTo(benchmark.provenance());
    assertThat(read.tokens().isPresent()).isEqualTo(benchmark.tokens().isPresent());
    if (read.tokens().isPresent()) {
      assertThat(read.tokens().get().input().toArray())
          .containsExactly(benchmark.tokens().get().input().toArray());
      assertThat(read.tokens().get().output().toArray())
          .containsExactly(benchmark.tokens().get().output().toArray());
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aParquetFileOfOthersIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("t.parquet"), "no parquet at all");

    assertThatThrownBy(() -> new RouterLabParquet().read(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected a Parquet file, found");
  }
}
