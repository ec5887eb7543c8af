package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class BenchmarksTest {

  @TempDir Path data;

  @BeforeEach
  void writeATable() throws IOException {
    TestTable.in(Files.createDirectory(data.resolve("toy")));
    Files.createDirectory(data.resolve("no-table"));
  }

  @Test
  void opensABundledBenchmark() {
    assertThat(Benchmarks.open("a2b-mini", data.resolve("absent")).name()).isEqualTo("a2b-mini");
  }

  @Test
  void opensATableUnderTheDataDirectory() {
    assertThat(Benchmarks.open("toy", data).name()).isEqualTo("toy");
  }

  @Test
  void opensATableByItsPath() {
    String path = data.resolve("toy").toString();

    assertThat(Benchmarks.open(path, data.resolve("absent")).name()).isEqualTo("toy");
  }

  @Test
  void listsBundledBenchmarksAndTables() {
    assertThat(Benchmarks.names(data)).contains("a2b-mini", "toy").doesNotContain("no-table");
  }

  @Test
  void anUnknownNameListsWhatThereIsAndHowToSetTheDirectory() {
    assertThatThrownBy(() -> Benchmarks.open("tyo", data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown benchmark 'tyo'; did you mean 'toy'?")
        .hasMessageContaining("a2b-mini")
        .hasMessageEndingWith(
            "tables are looked for in " + data + " (set it with --data or ROUTERLAB_DATA)");
  }

  @Test
  void aMissingDataDirectoryIsSaid() {
    assertThatThrownBy(() -> Benchmarks.open("mmlu-pro", data.resolve("absent")))
        .hasMessageContaining("there is no data directory " + data.resolve("absent"));
  }

  @Test
  void namesThatAreNoPathAreUnknownToo() {
    for (String name : new String[] {"", " ", "a\0b"}) {
      assertThatThrownBy(() -> Benchmarks.open(name, data))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unknown benchmark");
    }
  }

  @Test
  void aFolderThatIsNoTableSaysWhatItLacks() {
    assertThatThrownBy(() -> Benchmarks.open("no-table", data))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected queries.jsonl");
  }
}
