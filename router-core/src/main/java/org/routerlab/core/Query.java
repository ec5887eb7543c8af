package org.routerlab.core;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One user prompt of a benchmark.
 *
 * @param id unique within its benchmark
 * @param text the prompt as it would reach a router
 * @param dataset the task or source the prompt comes from; evaluation groups by it. Routers must
 *     not look at it when they route: a deployed router has only the text.
 * @param tags further labels such as {@code category}, {@code language} or {@code difficulty}, for
 *     subsets of an evaluation; never for routing
 */
public record Query(String id, String text, String dataset, Map<String, String> tags) {

  /** Copies the tags in the order of their names. */
  public Query {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(dataset, "dataset");
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** A query without tags. */
  public Query(String id, String text, String dataset) {
    this(id, text, dataset, Map.of());
  }
}
