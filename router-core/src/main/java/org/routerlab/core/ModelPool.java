package org.routerlab.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The candidate models a router chooses from; their order is the column order of every per-model
 * matrix.
 *
 * @param names unique, not blank, in column order
 */
public record ModelPool(List<String> names) {

  /** Rejects an empty pool, blank names and repeated names. */
  public ModelPool {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a model pool must name at least one model but is empty");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("model names must not be blank; the pool is " + names);
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "model names must be unique but '" + name + "' occurs twice in " + names);
      }
    }
  }

  /** A pool of the given names. */
  public static ModelPool of(String... names) {
    return new ModelPool(List.of(names));
  }

  /** The number of models. */
  public int size() {
    return names.size();
  }

  /** The name of the model in column {@code model}. */
  public String name(int model) {
    return names.get(model);
  }

  /**
   * The column of the model called {@code name}.
   *
   * @throws IllegalArgumentException where the pool has no such model
   */
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("unknown model '" + name + "'; the pool is " + names);
    }
    return index;
  }
}
