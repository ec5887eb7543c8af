package org.routerlab.datasets.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Require;
import org.routerlab.datasets.Benchmark;

/**
 * Keeps some models, in the order of the pool.
 *
 * @param models each a name of the pool
 */
public record KeepModels(SortedSet<String> models) implements Transform {

  /** Copies the names. */
  public KeepModels {
    models = Collections.unmodifiableSortedSet(new TreeSet<>(models));
  }

  /** Keeps the given models. */
  public static KeepModels of(Collection<String> models) {
    return new KeepModels(new TreeSet<>(models));
  }

  @Override
  public String name() {
    return "keep-models(" + String.join(", ", models) + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    return filtered(this, benchmark, models, models::contains);
  }

  static Transformed filtered(
      Transform step, Benchmark benchmark, SortedSet<String> named, Predicate<String> keeps) {
    ModelPool pool = benchmark.outcomes().pool();
    named.forEach(name -> Require.known("model", name, pool.names()));
    List<Integer> columns =
        IntStream.range(0, pool.size()).filter(m -> keeps.test(pool.name(m))).boxed().toList();
    Benchmark kept = Tables.ofModels(benchmark, columns);
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("models removed", (double) pool.size() - columns.size());
    return new Transformed(kept, step.name() + ": " + Transformed.sizes(benchmark, kept), counts);
  }
}
