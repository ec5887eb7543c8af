package org.routerlab.datasets.transform;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Price;
import org.routerlab.datasets.PriceList;
import org.routerlab.datasets.TokenCounts;

/**
 * Computes the costs from the recorded tokens by another price list; nothing else changes.
 *
 * @param prices must have every model of the benchmark
 */
public record Recost(PriceList prices) implements Transform {

  /** Rejects null. */
  public Recost {
    Objects.requireNonNull(prices, "prices");
  }

  @Override
  public String name() {
    return "recost(" + prices.name() + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    TokenCounts tokens =
        benchmark
            .tokens()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "costs by a price list need recorded tokens but "
                            + benchmark.name()
                            + " has none; its costs are in "
                            + benchmark.costUnit()));
    OutcomeTable before = benchmark.outcomes();
    List<Price> paid = prices.of(before.pool());
    FloatMatrix costs = tokens.costs(paid);
    Benchmark made =
        new Benchmark(
            benchmark.name(),
            benchmark.queries(),
            new OutcomeTable(before.pool(), before.scores(), costs),
            Benchmark.TOKEN_COSTS,
            provenance(benchmark),
            benchmark.tokens());
    SortedMap<String, Double> counts = new TreeMap<>();
    double total = sum(costs);
    counts.put("total cost", total);
    String change = "";
    if (before.hasCosts() && benchmark.costUnit().startsWith("USD")) {
      double earlier = sum(before.costs());
      counts.put("total cost before", earlier);
      change = String.format(Locale.ROOT, "total %.6g → %.6g USD; ", earlier, total);
    }
    return new Transformed(
        made,
        name() + " of " + prices.date() + ": " + change + Transformed.sizes(benchmark, made),
        counts);
  }

  // What the table says of its prices must be true of the costs it has now.
  private SortedMap<String, String> provenance(Benchmark benchmark) {
    SortedMap<String, String> provenance = new TreeMap<>(benchmark.provenance());
    provenance.put(Benchmark.PRICES, prices.toJson(benchmark.outcomes().pool()));
    return provenance;
  }

  private static double sum(FloatMatrix values) {
    double sum = 0;
    for (int row = 0; row < values.rows(); row++) {
      for (int column = 0; column < values.columns(); column++) {
        float value = values.get(row, column);
        sum += Float.isNaN(value) ? 0 : value;
      }
    }
    return sum;
  }
}
