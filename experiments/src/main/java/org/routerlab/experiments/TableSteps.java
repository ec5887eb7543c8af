package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Split;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.catalogue.Benchmarks;
import org.routerlab.datasets.files.JsonProblem;
import org.routerlab.datasets.transform.Merge;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.datasets.transform.Transform;
import org.routerlab.datasets.transform.Transformed;

/**
 * Steps that make a benchmark of another before it is divided: a YAML list, each step with one key,
 * as in {@code transforms} of an experiment, or {@code merge}.
 *
 * <p>Models are judged on the training queries of the published split; on all queries where none is
 * published.
 */
public final class TableSteps {

  private static final List<String> PARTS = List.of("train", "validation", "test");

  private final List<Step> steps;

  private TableSteps(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** What a step does, once the benchmark is known that it is for. */
  @FunctionalInterface
  private interface Making {
    Transform on(Benchmark benchmark, Path dataDirectory);
  }

  /**
   * A step.
   *
   * @param place in the file, for messages
   */
  private record Step(String place, Making making) {

    Remaster.Result apply(
        Benchmark benchmark, String name, Path dataDirectory, TextEmbeddings embeddings) {
      try {
        return Remaster.of(name, making.on(benchmark, dataDirectory)).apply(benchmark, embeddings);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * What a merge takes in.
   *
   * @param dataset a benchmark by name or folder
   * @param pools {@code same} or {@code union}; same unless given
   */
  public record MergeConfig(String dataset, String pools) {

    /** Fills in the pools. */
    public MergeConfig {
      if (dataset == null || dataset.isBlank()) {
        throw new IllegalArgumentException("merge.dataset must name a benchmark");
      }
      pools = pools == null ? "same" : pools;
      Require.known("merge.pools", pools, List.of("same", "union"));
    }
  }

  /**
   * Reads a file of steps.
   *
   * @throws BadDataException where it is no YAML list
   * @throws IllegalArgumentException where a step is unknown or a setting refused
   */
  public static TableSteps read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadDataException(file.toString(), "", "a file of steps", "none at this path");
    }
    JsonNode list;
    try {
      list = new YAMLMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new BadDataException(file.toString(), "", "YAML", JsonProblem.of(e), e);
    }
    if (!list.isArray() || list.isEmpty()) {
      throw new BadDataException(file.toString(), "", "a list of steps", list.toString());
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = file + ", step " + (i + 1);
      steps.add(new Step(place, stepOf(list.get(i), place)));
    }
    return new TableSteps(steps);
  }

  /**
   * Applies all steps, one after the other.
   *
   * @param name of the benchmark made
   */
  public Remaster.Result apply(
      Benchmark benchmark, String name, Path dataDirectory, TextEmbeddings embeddings) {
    Benchmark last = benchmark;
    List<Transformed> made = new ArrayList<>();
    for (Step step : steps) {
      Remaster.Result result = step.apply(last, name, dataDirectory, embeddings);
      made.addAll(result.steps());
      last = result.benchmark();
    }
    return new Remaster.Result(last.named(name), made);
  }

  private static Making stepOf(JsonNode tree, String place) {
    requireKnown(tree, place);
    if (tree.isObject() && tree.size() == 1 && tree.has("merge")) {
      MergeConfig merge = RecordBinder.bind(MergeConfig.class, tree.get("merge"), place);
      Merge.Pools pools = merge.pools().equals("same") ? Merge.Pools.SAME : Merge.Pools.UNION;
      return (benchmark, data) -> new Merge(Benchmarks.open(merge.dataset(), data), pools);
    }
    TransformConfig config = RecordBinder.bind(TransformConfig.class, tree, place);
    return (benchmark, data) -> config.on(benchmark, split(benchmark));
  }

  private static void requireKnown(JsonNode tree, String place) {
    List<String> known =
        Stream.concat(
                Stream.of("merge"),
                Stream.of(TransformConfig.class.getRecordComponents())
                    .map(RecordComponent::getName))
            .toList();
    if (!tree.isObject()) {
      throw new IllegalArgumentException(
          place + ": a step must be a map with one key of " + known + " but is " + tree);
    }
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new IllegalArgumentException(
                    place + ": " + Require.unknown("step", key, known));
              }
            });
  }

  private static Split split(Benchmark benchmark) {
    List<Query> queries = benchmark.queries();
    boolean published =
        queries.stream().allMatch(query -> PARTS.contains(part(query)))
            && queries.stream().anyMatch(query -> part(query).equals(PARTS.get(0)));
    return published
        ? new Split("published", rows(queries, 0), rows(queries, 1), rows(queries, 2))
        : new Split("all", IntStream.range(0, queries.size()).toArray(), new int[0], new int[0]);
  }

  private static int[] rows(List<Query> queries, int part) {
    return IntStream.range(0, queries.size())
        .filter(row -> part(queries.get(row)).equals(PARTS.get(part)))
        .toArray();
  }

  private static String part(Query query) {
    return query.tags().getOrDefault(Benchmark.SPLIT_TAG, "");
  }
}
