package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.TokenCounts;

/** The made-up benchmarks in published layouts, a folder each, named after their format. */
final class FormatFixtures {

  private FormatFixtures() {}

  static Path of(String format) {
    try {
      return Path.of(FormatFixtures.class.getResource(format).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy to break. */
  static Path copy(String format, Path folder) throws IOException {
    Path source = of(format);
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.toList()) {
        Files.copy(path, folder.resolve("copy").resolve(source.relativize(path).toString()));
      }
    }
    return folder.resolve("copy");
  }

  /** A text of the file, which must be there, becomes another. */
  static void replace(Path file, String text, String other) throws IOException {
    String content = Files.readString(file);
    assertThat(content).contains(text);
    Files.writeString(file, content.replace(text, other));
  }

  /** What was read is the same, to the last bit, after it was written as a routing table. */
  static void assertSurvivesATable(Benchmark benchmark, Path folder) throws IOException {
    RoutingTableFolder.write(benchmark, folder.resolve("table"));
    Benchmark again = RoutingTableFolder.load(folder.resolve("table"));
    assertThat(again.fingerprint()).isEqualTo(benchmark.fingerprint());
    assertThat(again.name()).isEqualTo(benchmark.name());
    assertThat(again.costUnit()).isEqualTo(benchmark.costUnit());
    assertThat(again.provenance()).isEqualTo(benchmark.provenance());
    assertThat(again.tokens().map(FormatFixtures::values))
        .isEqualTo(benchmark.tokens().map(FormatFixtures::values));
  }

  private static List<String> values(TokenCounts tokens) {
    return List.of(
        Arrays.toString(tokens.input().toArray()), Arrays.toString(tokens.output().toArray()));
  }
}
