package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Seed;
import org.routerlab.datasets.Benchmark;

/** Draws the queries a pseudo-specialist answers correctly, task by task and part by part. */
final class SpecialistDraw {

  private final List<Query> queries;
  private final PoolAccuracies accuracies;
  private final SortedMap<String, List<int[]>> blocks;
  private final Seed seed;

  SpecialistDraw(Benchmark benchmark, PoolAccuracies accuracies, List<Scope> parts, Seed seed) {
    this.queries = benchmark.queries();
    this.accuracies = accuracies;
    this.blocks = blocks(queries, parts);
    this.seed = seed;
  }

  /** How right a specialist is on a task. */
  double accuracy(PseudoSpecialist specialist, String task) {
    return task.equals(specialist.task())
        ? specialist.target().of(accuracies.best(task))
        : accuracies.mean(task);
  }

  /** A specialist's scores, one a query: 0 or 1. */
  float[] scores(PseudoSpecialist specialist) {
    float[] scores = new float[queries.size()];
    Seed own = seed.derive("pseudo-specialist " + specialist.name());
    blocks.forEach(
        (task, parts) -> {
          double accuracy = accuracy(specialist, task);
          for (int part = 0; part < parts.size(); part++) {
            int[] rows = parts.get(part);
            int right = (int) Math.round(accuracy * rows.length);
            Seed ofPart = own.derive("part " + part);
            for (int row : SeededOrder.first(queries, rows, right, ofPart)) {
              scores[row] = 1;
            }
          }
        });
    return scores;
  }

  /** The rows of every task, a block a part. */
  private static SortedMap<String, List<int[]>> blocks(List<Query> queries, List<Scope> parts) {
    SortedMap<String, List<IntStream.Builder>> builders = new TreeMap<>();
    for (int row = 0; row < queries.size(); row++) {
      Query query = queries.get(row);
      int part = 0;
      while (part < parts.size() && !parts.get(part).contains(query)) {
        part++;
      }
      builders.computeIfAbsent(query.dataset(), task -> empty(parts.size() + 1)).get(part).add(row);
    }
    SortedMap<String, List<int[]>> blocks = new TreeMap<>();
    builders.forEach(
        (task, built) ->
            blocks.put(task, built.stream().map(rows -> rows.build().toArray()).toList()));
    return blocks;
  }

  private static List<IntStream.Builder> empty(int count) {
    List<IntStream.Builder> builders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      builders.add(IntStream.builder());
    }
    return builders;
  }
}
