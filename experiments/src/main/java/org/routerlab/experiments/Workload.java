package org.routerlab.experiments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.datasets.Audit;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Benchmarks;
import org.routerlab.datasets.Finding;
import org.routerlab.datasets.Fractions;
import org.routerlab.datasets.Splits;
import org.routerlab.datasets.transform.CarriedSplit;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.datasets.transform.Transform;
import org.routerlab.eval.ModelPair;
import org.routerlab.experiments.ExperimentConfig.SplitConfig;

/**
 * The data of an experiment: loaded, checked and divided.
 *
 * @param benchmark with {@link Query#dataset()} set to the group that evaluation reports by
 * @param fingerprint of the benchmark
 * @param findings what the audit noticed, the gravest first
 */
record Workload(Benchmark benchmark, String fingerprint, Split split, List<Finding> findings) {

  /** Loads what a configuration names, where no transform compares texts. */
  static Workload load(ExperimentConfig config, Path dataDirectory) {
    return load(config, dataDirectory, TextEmbeddings.none());
  }

  /** Loads what a configuration names, divides it, and applies the transforms. */
  static Workload load(ExperimentConfig config, Path dataDirectory, TextEmbeddings embeddings) {
    Benchmark benchmark = Benchmarks.open(config.dataset(), dataDirectory);
    if (benchmark.outcomes().pool().size() < 2) {
      throw new BadDataException(
          config.dataset(),
          "",
          "at least two models to route between",
          "only " + benchmark.outcomes().pool().names());
    }
    List<Finding> findings = Audit.of(benchmark);
    Benchmark untransformed = limited(grouped(benchmark, config.groupBy()), config);
    Split drawn = split(untransformed, config.split());
    Benchmark used = transformed(untransformed, drawn, config, embeddings);
    Split split = used == untransformed ? drawn : CarriedSplit.of(untransformed, drawn, used);
    requireParts(config, split);
    config.subsets().forEach(tag -> Require.known("tag in subsets", tag, tags(used)));
    config.holdOuts().forEach(group -> Require.known("group to hold out", group, groups(used)));
    requireRoutes(config, used);
    config
        .pairs()
        .forEach(pair -> ModelPair.of(used.outcomes().pool(), pair.weak(), pair.strong()));
    Workload workload = new Workload(used, used.fingerprint(), split, findings);
    workload.requireRows(config);
    return workload;
  }

  /** Tables about routes are found out to be out of place before anything is trained. */
  private static void requireRoutes(ExperimentConfig config, Benchmark benchmark) {
    List<String> pool = benchmark.outcomes().pool().names();
    boolean needed =
        config.tables().contains(A2bTables.NAME) || config.tables().contains(A2bLabelTables.NAME);
    if (needed && !pool.containsAll(groups(benchmark))) {
      throw new IllegalArgumentException(
          "tables "
              + config.tables()
              + " need a benchmark whose models are routes and whose datasets are the right ones, as"
              + " a2b and a2b-mini are, but '"
              + config.dataset()
              + "' has datasets "
              + groups(benchmark)
              + " and models "
              + pool);
    }
  }

  private void requireRows(ExperimentConfig config) {
    if (outcomes(split.test()).completeRows().length == 0) {
      throw new IllegalArgumentException(
          "figures are over test queries on which every model was observed but '"
              + config.dataset()
              + "' has none");
    }
    for (String group : config.holdOuts()) {
      if (train(group).length == 0 || except(split.test(), group).length == split.test().length) {
        throw new IllegalArgumentException(
            "a group to hold out must leave training queries and have test queries but '"
                + group
                + "' does not");
      }
    }
  }

  /** The training rows, without those of one group; an empty name leaves out none. */
  int[] train(String without) {
    return except(split.train(), without);
  }

  /** The validation rows, without those of one group. */
  int[] validation(String without) {
    return except(split.validation(), without);
  }

  /** The queries of a part, {@code validation} or {@code test}. */
  Map<String, List<Query>> queries() {
    return new TreeMap<>(
        Map.of("validation", select(split.validation()), "test", select(split.test())));
  }

  /** The outcomes of some rows. */
  OutcomeTable outcomes(int[] rows) {
    return benchmark.outcomes().selectRows(rows);
  }

  List<Query> select(int[] rows) {
    return Arrays.stream(rows).mapToObj(benchmark.queries()::get).toList();
  }

  /** Which row is in which part: two splits of one name may differ after a limit. */
  String splitFingerprint() {
    return Hashes.ofText(
            Arrays.toString(split.train())
                + Arrays.toString(split.validation())
                + Arrays.toString(split.test()))
        .substring(0, 24);
  }

  private int[] except(int[] rows, String group) {
    return Arrays.stream(rows)
        .filter(row -> !benchmark.queries().get(row).dataset().equals(group))
        .toArray();
  }

  private static TreeSet<String> groups(Benchmark benchmark) {
    TreeSet<String> groups = new TreeSet<>();
    benchmark.queries().forEach(query -> groups.add(query.dataset()));
    return groups;
  }

  private static Benchmark grouped(Benchmark benchmark, String groupBy) {
    if (groupBy.equals("dataset")) {
      return benchmark;
    }
    Require.known("tag in groupBy", groupBy, tags(benchmark));
    return benchmark.groupedBy(groupBy);
  }

  private static TreeSet<String> tags(Benchmark benchmark) {
    TreeSet<String> tags = new TreeSet<>();
    benchmark.queries().forEach(query -> tags.addAll(query.tags().keySet()));
    return tags;
  }

  private static Benchmark transformed(
      Benchmark benchmark, Split split, ExperimentConfig config, TextEmbeddings embeddings) {
    if (config.transforms().isEmpty()) {
      return benchmark;
    }
    List<Transform> steps =
        config.transforms().stream().map(step -> step.on(benchmark, split)).toList();
    return new Remaster("transformed", steps).apply(benchmark, embeddings).benchmark();
  }

  /** Draws queries by a hash of seed and text, so that more rows do not reshuffle the others. */
  private static Benchmark limited(Benchmark benchmark, ExperimentConfig config) {
    List<Query> queries = benchmark.queries();
    if (config.limit() == 0 || config.limit() >= queries.size()) {
      return benchmark;
    }
    Seed seed = new Seed(config.split().seed()).derive("limit");
    int[] rows =
        IntStream.range(0, queries.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(
                        row -> seed.derive(queries.get(row).text()).value())
                    .thenComparingInt(row -> row))
            .limit(config.limit())
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return benchmark.selectRows(rows);
  }

  private static Split split(Benchmark benchmark, SplitConfig config) {
    Seed seed = new Seed(config.seed());
    double ofTrain = config.validation() / (config.train() + config.validation());
    if (config.kind().equals("given")) {
      return Splits.given(benchmark, ofTrain, seed);
    }
    if (config.kind().equals("published")) {
      return Splits.published(benchmark, ofTrain, seed);
    }
    Fractions fractions = new Fractions(config.train(), config.validation(), config.test());
    if (config.by() != null) {
      Require.known("tag in split.by", config.by(), tags(benchmark));
    }
    if (config.kind().equals("by-group")) {
      return Splits.byGroup(benchmark, config.by(), fractions, seed);
    }
    if (config.kind().equals("random")) {
      return Splits.random(benchmark, fractions, seed);
    }
    return config.by() == null
        ? Splits.holdOut(benchmark, config.holdOut(), fractions, seed)
        : Splits.holdOut(benchmark, config.by(), config.holdOut(), fractions, seed);
  }

  private static void requireParts(ExperimentConfig config, Split split) {
    if (split.train().length == 0 || split.test().length == 0) {
      throw new IllegalArgumentException(
          "train and test must not be empty but the split of '"
              + config.dataset()
              + "' is "
              + split
              + "; use more queries or other fractions");
    }
  }
}
