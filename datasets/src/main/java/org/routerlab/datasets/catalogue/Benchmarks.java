package org.routerlab.datasets.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.datasets.A2bMini;
import org.routerlab.datasets.A2bPrompts;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.SyntheticBenchmark;
import org.routerlab.datasets.fetch.FetchedFolder;
import org.routerlab.datasets.fetch.Sources;
import org.routerlab.datasets.formats.Formats;
import org.routerlab.datasets.formats.RouterLabParquet;

/**
 * All benchmarks there are: bundled ones by name, routing-table folders, fetched folders and
 * RouterLab's Parquet files by name or path, pools of prompts by name or path.
 */
public final class Benchmarks {

  /** The bundled benchmarks; a further one is one line here. */
  private static final Map<String, Supplier<Benchmark>> BUNDLED =
      Map.of(
          A2bMini.NAME,
          A2bMini::load,
          "synthetic",
          () -> new SyntheticBenchmark().generate(new Seed(42)).benchmark());

  private static final String PARQUET = ".parquet";

  private Benchmarks() {}

  /**
   * Opens a benchmark: a bundled one, else a folder or Parquet file under the data directory, else
   * one by path, else a pool of prompts. What begins with a point or a slash, or ends with a slash,
   * is a path and not looked for in the data directory. A folder that was fetched is read in the
   * format of its publisher.
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
    return open(nameOrPath, dataDirectory, OutOfRangeScores.REJECT);
  }

  /** The same, with a choice for scores of routing tables outside [0, 1]. */
  public static Benchmark open(String nameOrPath, Path dataDirectory, OutOfRangeScores outOfRange) {
    Supplier<Benchmark> bundled = BUNDLED.get(nameOrPath);
    if (bundled != null) {
      return bundled.get();
    }
    Optional<Path> found = find(nameOrPath, dataDirectory);
    return found.isPresent()
        ? read(found.get(), outOfRange)
        : A2bPrompts.named(nameOrPath, dataDirectory)
            .orElseThrow(() -> unknown(nameOrPath, dataDirectory))
            .load();
  }

  private static Benchmark read(Path place, OutOfRangeScores outOfRange) {
    if (Files.isRegularFile(place)) {
      return new RouterLabParquet().read(place);
    }
    if (FetchedFolder.isOne(place)) {
      return fetched(place);
    }
    if (!RoutingTableFolder.isOne(place)) {
      throw new BadDataException(
          place.toString(),
          "",
          "queries.jsonl or queries.jsonl.gz, as every routing table has",
          "neither of them; files as their authors publish them are read by --format of 'datasets"
              + " describe' and 'datasets convert'");
    }
    return RoutingTableFolder.load(place, outOfRange);
  }

  private static Benchmark fetched(Path folder) {
    FetchedFolder origin = FetchedFolder.read(folder);
    String format =
        origin
            .format()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a fetched folder must be of a format that RouterLab reads but "
                            + origin.name()
                            + " is not; its files are in "
                            + folder));
    Benchmark read = Formats.named(format).read(folder);
    SortedMap<String, String> provenance = new TreeMap<>(read.provenance());
    provenance.putAll(origin.provenance());
    return new Benchmark(
        origin.name(), read.queries(), read.outcomes(), read.costUnit(), provenance, read.tokens());
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
            .filter(entry -> !entry.getFileName().toString().startsWith("."))
            .forEach(entry -> name(entry).ifPresent(names::add));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list the data directory " + dataDirectory, e);
      }
    }
    return names;
  }

  private static Optional<String> name(Path entry) {
    String last = entry.getFileName().toString();
    if (isParquet(entry)) {
      return Optional.of(last.substring(0, last.length() - PARQUET.length()));
    }
    return RoutingTableFolder.isOne(entry) || FetchedFolder.isOne(entry)
        ? Optional.of(last)
        : Optional.empty();
  }

  private static Optional<Path> find(String nameOrPath, Path dataDirectory) {
    if (nameOrPath.isBlank()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(nameOrPath);
      Path inData = dataDirectory.resolve(nameOrPath);
      return places(nameOrPath, path, inData)
          .filter(place -> Files.isDirectory(place) || isParquet(place))
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  // What looks like a path is one: ./x must never be another x in the data directory.
  private static Stream<Path> places(String nameOrPath, Path path, Path inData) {
    if (path.isAbsolute() || nameOrPath.startsWith(".") || nameOrPath.endsWith("/")) {
      return Stream.of(path);
    }
    return path.getNameCount() > 1
        ? Stream.of(path, inData)
        : Stream.of(inData, dataParquet(inData), path);
  }

  private static Path dataParquet(Path inData) {
    return inData.resolveSibling(inData.getFileName() + PARQUET);
  }

  private static boolean isParquet(Path place) {
    return place.toString().endsWith(PARQUET) && Files.isRegularFile(place);
  }

  private static String fetchable(String name) {
    return Sources.bundled().all().stream().anyMatch(source -> source.name().equals(name))
        ? "; it can be fetched: routerlab datasets fetch " + name
        : "";
  }

  private static IllegalArgumentException unknown(String nameOrPath, Path dataDirectory) {
    return new IllegalArgumentException(
        Require.unknown("benchmark", nameOrPath, names(dataDirectory))
            + (Files.isDirectory(dataDirectory)
                ? "; tables are looked for in "
                : "; there is no data directory ")
            + dataDirectory
            + " (set it with --data or ROUTERLAB_DATA)"
            + fetchable(nameOrPath));
  }
}
