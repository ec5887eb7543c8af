package org.routerlab.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;

/**
 * The benchmark {@code a2b}: prompts of published datasets, sampled evenly from every source, whose
 * models are the five routes of {@link A2bMini#ROUTES}.
 *
 * <p>The score is 1 for the prompt's own route and 0 for the others; there are no costs. A query's
 * dataset is its route; it has the tags {@code source} and {@code route}. Which prompts are drawn
 * hangs on seed and ids alone: further prompts in the pool replace some, and reshuffle none.
 *
 * @param file a pool of prompts: JSON lines, may be gzipped
 * @param perSource how many prompts of a source at most
 * @param seed of the draw
 */
public record A2bPrompts(Path file, int perSource, Seed seed) {

  /** The name of the benchmark. */
  public static final String NAME = "a2b";

  /** How many prompts of a source the report on the router samples. */
  public static final int PER_SOURCE = 500;

  private static final Path POOL = Path.of("a2b-prompts", "prompts.jsonl.gz");
  private static final Seed SEED = new Seed(42);
  private static final Pattern COUNTED = Pattern.compile("(.+)@(\\d+|all)");

  /** Rejects a sample of none. */
  public A2bPrompts {
    Objects.requireNonNull(file, "file");
    Require.positive("prompts of a source", perSource);
    Objects.requireNonNull(seed, "seed");
  }

  /** Where the pool of {@link #NAME} is: in the data directory or beside it. */
  public static Optional<Path> pool(Path dataDirectory) {
    Path parent = dataDirectory.toAbsolutePath().normalize().getParent();
    return Stream.of(dataDirectory, parent == null ? dataDirectory : parent)
        .map(folder -> folder.resolve(POOL))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * What a name or path means: {@code a2b} or a pool by path, as they are or with the number of
   * prompts of a source, such as {@code a2b@100} and {@code a2b@all}.
   *
   * @return empty where it means no pool of prompts
   * @throws BadDataException where there is no such file
   */
  public static Optional<A2bPrompts> named(String nameOrPath, Path dataDirectory) {
    Matcher counted = COUNTED.matcher(nameOrPath);
    boolean hasCount = counted.matches();
    String name = hasCount ? counted.group(1) : nameOrPath;
    boolean isStandard = name.equals(NAME);
    if (!isStandard && !PromptPool.isOne(name)) {
      return Optional.empty();
    }
    Path file = isStandard ? standard(dataDirectory) : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new BadDataException(name, "", "a file of prompts", "none at this path");
    }
    return Optional.of(
        new A2bPrompts(file, hasCount ? count(counted.group(2), nameOrPath) : PER_SOURCE, SEED));
  }

  private static Path standard(Path dataDirectory) {
    return pool(dataDirectory)
        .orElseThrow(
            () ->
                new BadDataException(
                    NAME,
                    "",
                    POOL + " in " + dataDirectory + " or beside it",
                    "none (set the data directory with --data or ROUTERLAB_DATA, or name a pool of"
                        + " prompts by its path)"));
  }

  private static int count(String text, String nameOrPath) {
    if (text.equals("all")) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the number of prompts of a source must be a whole number or all but is " + nameOrPath,
          e);
    }
  }

  /**
   * Reads the pool and draws the sample; queries are in the order of routes, sources and ids.
   *
   * @throws BadDataException where the file breaks a rule; one line with file, line, expected and
   *     found
   */
  public Benchmark load() {
    TreeMap<String, List<Query>> bySource = new TreeMap<>();
    for (Query query : PromptPool.read(file)) {
      bySource.computeIfAbsent(source(query), key -> new ArrayList<>()).add(query);
    }
    List<Query> queries = new ArrayList<>();
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("source", file.getFileName().toString());
    provenance.put("sampling", sampling());
    bySource.forEach(
        (source, prompts) -> {
          List<Query> drawn = draw(prompts);
          queries.addAll(drawn);
          provenance.put("source-" + source, drawn.size() + " of " + prompts.size());
        });
    queries.sort(
        Comparator.<Query>comparingInt(query -> A2bMini.ROUTES.indexOf(query.dataset()))
            .thenComparing(A2bPrompts::source)
            .thenComparing(Query::id));
    return Benchmark.of(NAME, queries, A2bMini.outcomes(queries), Benchmark.NO_COSTS, provenance);
  }

  private String sampling() {
    return perSource == Integer.MAX_VALUE
        ? "all prompts"
        : "at most " + perSource + " prompts a source, seed " + seed.value();
  }

  private List<Query> draw(List<Query> prompts) {
    record Keyed(long key, Query query) {}
    return prompts.stream()
        .map(query -> new Keyed(seed.derive("a2b " + query.id()).value(), query))
        .sorted(Comparator.comparingLong(Keyed::key).thenComparing(keyed -> keyed.query().id()))
        .limit(perSource)
        .map(Keyed::query)
        .toList();
  }

  private static String source(Query query) {
    return query.tags().get(PromptPool.SOURCE);
  }
}
