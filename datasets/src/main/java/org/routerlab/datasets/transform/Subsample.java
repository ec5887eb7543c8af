package org.routerlab.datasets.transform;

import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.datasets.Benchmark;

/**
 * Draws queries evenly, without replacement; they stay in their order. Which are drawn depends on
 * their ids and the seed, not on their order, and a smaller draw is part of a larger one.
 *
 * @param limit how many to keep; a benchmark of no more is kept whole
 */
public record Subsample(int limit, Seed seed) implements Transform {

  /** Rejects a limit of 0. */
  public Subsample {
    Require.positive("limit", limit);
    Objects.requireNonNull(seed, "seed");
  }

  @Override
  public String name() {
    return "subsample(" + limit + ", seed " + seed.value() + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    int size = benchmark.queries().size();
    int[] rows = IntStream.range(0, size).toArray();
    int[] drawn = SeededOrder.first(benchmark.queries(), rows, limit, seed.derive("subsample"));
    Benchmark kept = Tables.ofRows(benchmark, drawn);
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("queries removed", (double) size - drawn.length);
    return new Transformed(kept, name() + ": " + Transformed.sizes(benchmark, kept), counts);
  }
}
