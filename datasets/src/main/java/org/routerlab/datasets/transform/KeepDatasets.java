package org.routerlab.datasets.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.datasets.Benchmark;

/**
 * Keeps the queries of some datasets.
 *
 * @param datasets each a dataset of the benchmark
 */
public record KeepDatasets(SortedSet<String> datasets) implements Transform {

  /** Copies the names. */
  public KeepDatasets {
    datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
  }

  /** Keeps the given datasets. */
  public static KeepDatasets of(Collection<String> datasets) {
    return new KeepDatasets(new TreeSet<>(datasets));
  }

  @Override
  public String name() {
    return "keep-datasets(" + String.join(", ", datasets) + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    return filtered(this, benchmark, datasets, datasets::contains);
  }

  static Transformed filtered(
      Transform step, Benchmark benchmark, SortedSet<String> named, Predicate<String> keeps) {
    SortedSet<String> known = new TreeSet<>();
    benchmark.queries().stream().map(Query::dataset).forEach(known::add);
    named.forEach(name -> Require.known("dataset", name, known));
    int[] rows =
        IntStream.range(0, benchmark.queries().size())
            .filter(row -> keeps.test(benchmark.queries().get(row).dataset()))
            .toArray();
    Benchmark kept = Tables.ofRows(benchmark, rows);
    SortedMap<String, Double> counts = new TreeMap<>();
    counts.put("datasets", (double) known.stream().filter(keeps).count());
    counts.put("queries removed", (double) benchmark.queries().size() - rows.length);
    return new Transformed(kept, step.name() + ": " + Transformed.sizes(benchmark, kept), counts);
  }
}
