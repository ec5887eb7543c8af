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

/**
 * All benchmarks there are: bundled ones by name, routing-table folders by name or path, pools of
 * prompts by name or path.
 */
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
   * path, else a pool of prompts.
   *
   * <p>A pool of prompts is {@code a2b}, which is looked for in the data directory and in its
   * parent, or the path of a file that ends in {@code .jsonl} or {@code .jsonl.gz}. It is sampled
   * as {@link A2bPrompts} says, with 500 prompts a source unless {@code @} and a number follow.
   *
   * @param nameOrPath such as {@code a2b-mini}, {@code mmlu-pro}, {@code /data/my-table} or {@code
   *     a2b@100}
   * @param dataDirectory holds routing-table folders; need not exist
   * @throws IllegalArgumentException where there is none; the message lists what there is
   * @throws BadDataException where the folder or pool breaks a rule of its format
   */
  public static Benchmark open(String nameOrPath, Path dataDirectory) {
    Supplier<Benchmark> bundled = BUNDLED.get(nameOrPath);
    if (bundled != null) {
      return bundled.get();
    }
    Optional<Path> folder = folder(nameOrPath, dataDirectory);
    return folder.isPresent()
        ? RoutingTableFolder.load(folder.get())
        : A2bPrompts.named(nameOrPath, dataDirectory)
            .orElseThrow(() -> unknown(nameOrPath, dataDirectory))
            .load();
  }

  /** The names that {@link #open} knows: bundled ones, and what the data directory has. */
  public static SortedSet<String> names(Path dataDirectory) {
    SortedSet<String> names = new TreeSet<>(BUNDLED.keySet());
    if (A2bPrompts.pool(dataDirectory).isPresent()) {
      names.add(A2bPrompts.NAME);
    }
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
