package org.routerlab.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.A2bMini;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.fetch.Sources;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.Formats;
import org.routerlab.datasets.formats.RouterLabParquet;

class BenchmarksTest {

  @TempDir Path data;

  @BeforeEach
  void writeATable() throws IOException {
    RoutingTableFolder.write(A2bMini.load().named("toy"), data.resolve("toy"));
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
  void opensAFetchedFolderInTheFormatOfItsPublisher() throws IOException {
    Path folder = Files.createDirectory(data.resolve("dc"));
    Files.writeString(
        folder.resolve("test.json"), "[{\"question\": \"q\", \"scores\": {\"a\": 1, \"b\": 0}}]");
    Files.writeString(
        folder.resolve("fetched.json"),
        """
        {"name": "dc", "format": "routerdc", "licence": "MIT", "page": "https://example.org",
         "downloads": [], "files": []}
        """);

    Benchmark benchmark = Benchmarks.open("dc", data);

    assertThat(benchmark.name()).isEqualTo("dc");
    assertThat(benchmark.queries()).hasSize(1);
    assertThat(benchmark.provenance()).containsEntry("licence", "MIT");
    assertThat(Benchmarks.names(data)).contains("dc", "toy");
  }

  @Test
  void opensAParquetFileOfItsOwn() throws IOException {
    RouterLabParquet.write(A2bMini.load(), data.resolve("mini.parquet"));

    assertThat(Benchmarks.open("mini.parquet", data).fingerprint())
        .isEqualTo(A2bMini.load().fingerprint());
  }

  @Test
  void everythingThatCanBeFetchedIsOfAKnownFormatOrSaysNone() {
    assertThat(Sources.bundled().all())
        .flatExtracting(source -> source.format().stream().toList())
        .isSubsetOf(Formats.all().stream().map(Format::name).toList());
  }

  @Test
  void whatCanBeFetchedIsSaidToBeSo() {
    assertThatThrownBy(() -> Benchmarks.open("routerdc", data))
        .hasMessageContaining("unknown benchmark 'routerdc'")
        .hasMessageEndingWith("it can be fetched: routerlab datasets fetch routerdc");
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
