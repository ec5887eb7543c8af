package org.routerlab.datasets.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.routerlab.datasets.Benchmark;

/**
 * Removes the queries of some datasets.
 *
 * @param datasets each a dataset of the benchmark
 */
public record DropDatasets(SortedSet<String> datasets) implements Transform {

  /** Copies the names. */
  public DropDatasets {
    datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
  }

  /** Removes the given datasets. */
  public static DropDatasets of(Collection<String> datasets) {
    return new DropDatasets(new TreeSet<>(datasets));
  }

  @Override
  public String name() {
    return "drop-datasets(" + String.join(", ", datasets) + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    return KeepDatasets.filtered(this, benchmark, datasets, Predicate.not(datasets::contains));
  }
}
