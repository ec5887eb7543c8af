package org.routerlab.datasets.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.routerlab.datasets.Benchmark;

/**
 * Removes some models.
 *
 * @param models each a name of the pool
 */
public record DropModels(SortedSet<String> models) implements Transform {

  /** Copies the names. */
  public DropModels {
    models = Collections.unmodifiableSortedSet(new TreeSet<>(models));
  }

  /** Removes the given models. */
  public static DropModels of(Collection<String> models) {
    return new DropModels(new TreeSet<>(models));
  }

  @Override
  public String name() {
    return "drop-models(" + String.join(", ", models) + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    return KeepModels.filtered(this, benchmark, models, Predicate.not(models::contains));
  }
}
