package org.routerlab.datasets.transform;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.datasets.Benchmark;

/**
 * What a step made.
 *
 * @param benchmark the result
 * @param description one line: what was done, with its numbers
 * @param counts the numbers by name, such as {@code groups}
 */
public record Transformed(
    Benchmark benchmark, String description, SortedMap<String, Double> counts) {

  /** Copies the counts. */
  public Transformed {
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(description, "description");
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** How many queries and models there were and are, as every description ends. */
  static String sizes(Benchmark before, Benchmark after) {
    return change("queries", before.queries().size(), after.queries().size())
        + ", "
        + change("models", before.outcomes().pool().size(), after.outcomes().pool().size());
  }

  private static String change(String name, int before, int after) {
    return before == after ? before + " " + name : before + " → " + after + " " + name;
  }
}
