package org.routerlab.datasets.transform;

import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.datasets.Benchmark;

/**
 * Leaves so many training queries of each dataset, as if no more had been labelled; all others
 * stay. Which are left depends on their ids and the seed, and a smaller number is part of a larger
 * one.
 *
 * @param each how many of a dataset; all of one that has fewer. 0 leaves none, on which nothing can
 *     be trained
 * @param seed of the draw
 * @param train which queries are for training
 */
public record FewLabels(int each, Seed seed, Scope train) implements Transform {

  /** Rejects a negative number. */
  public FewLabels {
    Require.between("labels.each", each, 0, Integer.MAX_VALUE);
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(train, "train");
  }

  @Override
  public String name() {
    return "labels(" + each + " each, seed " + seed.value() + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    TreeMap<String, IntStream.Builder> byDataset = new TreeMap<>();
    IntStream.Builder kept = IntStream.builder();
    int labelled = 0;
    for (int row = 0; row < benchmark.queries().size(); row++) {
      Query query = benchmark.queries().get(row);
      if (train.contains(query)) {
        byDataset.computeIfAbsent(query.dataset(), name -> IntStream.builder()).add(row);
        labelled++;
      } else {
        kept.add(row);
      }
    }
    int left = 0;
    for (IntStream.Builder rows : byDataset.values()) {
      int[] drawn =
          SeededOrder.first(
              benchmark.queries(), rows.build().toArray(), each, seed.derive("labels"));
      Arrays.stream(drawn).forEach(kept::add);
      left += drawn.length;
    }
    Benchmark made = Tables.ofRows(benchmark, kept.build().sorted().toArray());
    TreeMap<String, Double> counts = new TreeMap<>();
    counts.put("datasets", (double) byDataset.size());
    counts.put("training queries", (double) left);
    counts.put("training queries removed", (double) labelled - left);
    return new Transformed(made, name() + ": " + Transformed.sizes(benchmark, made), counts);
  }
}
