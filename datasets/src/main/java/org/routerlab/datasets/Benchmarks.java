package org.routerlab.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;

/** All benchmarks there are: bundled ones by name, routing-table folders by name or path. */
public final class Benchmarks {

  /** The bundled benchmarks; a further one is one line here. */
  private static final Map<String, Supplier<Benchmark>> BUNDLED =
      Map.of(
          A2bMini.NAME,
          A2bMini::load,
          "synthetic",
          () -> new SyntheticBenchmark().generate(new Seed(42)).benchmark());

  private Benchmarks() {}

  /**
   * Opens a benchmark: a bundled one, else a folder under the data directory, else a folder by
   * path.
   *
   * @param nameOrPath such as {@code a2b-mini}, {@code mmlu-pro} or {@code /data/my-table}
   * @param dataDirectory holds routing-table folders; need not exist
   * @throws IllegalArgumentException where there is none; the message lists what there is
   * @throws BadDataException where the folder breaks a rule of the format
   */
  public static Benchmark open(String nameOrPath, Path dataDirectory) {
    Supplier<Benchmark> bundled = BUNDLED.get(nameOrPath);
    return bundled != null
        ? bundled.get()
        : RoutingTableFolder.load(
            folder(nameOrPath, dataDirectory)
                .orElseThrow(() -> unknown(nameOrPath, dataDirectory)));
  }

  /** The names that {@link #open} knows: bundled ones and folders under the data directory. */
  public static SortedSet<String> names(Path dataDirectory) {
    SortedSet<String> names = new TreeSet<>(BUNDLED.keySet());
    if (Files.isDirectory(dataDirectory)) {
      try (Stream<Path> entries = Files.list(dataDirectory)) {
        entries
            .filter(RoutingTableFolder::isOne)
            .forEach(folder -> names.add(folder.getFileName().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list the data directory " + dataDirectory, e);
      }
    }
    return names;
  }

  private static Optional<Path> folder(String nameOrPath, Path dataDirectory) {
    if (nameOrPath.isBlank()) {
      return Optional.empty();
    }
    try {
      return Stream.of(dataDirectory.resolve(nameOrPath), Path.of(nameOrPath))
          .filter(Files::isDirectory)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException unknown(String nameOrPath, Path dataDirectory) {
    return new IllegalArgumentException(
        Require.unknown("benchmark", nameOrPath, names(dataDirectory))
            + (Files.isDirectory(dataDirectory)
                ? "; tables are looked for in "
                : "; there is no data directory ")
            + dataDirectory
            + " (set it with --data or ROUTERLAB_DATA)");
  }
}
