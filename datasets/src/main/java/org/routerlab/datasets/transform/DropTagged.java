package org.routerlab.datasets.transform;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.datasets.Benchmark;

/**
 * Removes the queries whose tag has a value, such as those that are marked as contaminated.
 *
 * @param tag of some query at least; queries without it stay
 * @param value of the tag of some query at least
 */
public record DropTagged(String tag, String value) implements Transform {

  /** Rejects nulls. */
  public DropTagged {
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String name() {
    return "drop-tagged(" + tag + " = " + value + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    SortedSet<String> tags = new TreeSet<>();
    SortedSet<String> values = new TreeSet<>();
    for (Query query : benchmark.queries()) {
      tags.addAll(query.tags().keySet());
      if (query.tags().containsKey(tag)) {
        values.add(query.tags().get(tag));
      }
    }
    Require.known("tag", tag, tags);
    Require.known("value of the tag " + tag, value, values);
    int[] rows =
        IntStream.range(0, benchmark.queries().size())
            .filter(row -> !value.equals(benchmark.queries().get(row).tags().get(tag)))
            .toArray();
    Benchmark kept = Tables.ofRows(benchmark, rows);
    SortedMap<String, Double> counts = new TreeMap<>();
    counts.put("queries removed", (double) benchmark.queries().size() - rows.length);
    return new Transformed(kept, name() + ": " + Transformed.sizes(benchmark, kept), counts);
  }
}
