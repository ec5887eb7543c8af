package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;

/** Findings about costs that are not what tokens cost by the benchmark's own prices. */
final class OwnPrices {

  private final Benchmark benchmark;
  private final SortedMap<String, Price> prices;

  OwnPrices(Benchmark benchmark, SortedMap<String, Price> prices) {
    this.benchmark = benchmark;
    this.prices = prices;
  }

  /**
   * What the costs of some calls show.
   *
   * @param callsOfModel each of a model that has a price
   */
  List<Finding> against(SortedMap<String, ModelCalls> callsOfModel) {
    SortedMap<String, List<String>> modelsOfFactor = new TreeMap<>();
    List<String> mismatches = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    callsOfModel.forEach(
        (model, calls) -> {
          Price price = prices.get(model);
          int[] differing =
              IntStream.range(0, calls.size())
                  .filter(call -> calls.differs(call, calls.at(call, price)))
                  .toArray();
          double factor = calls.factor(price);
          if (differing.length == calls.size() && !Double.isNaN(factor)) {
            modelsOfFactor
                .computeIfAbsent(Price.rounded(factor), key -> new ArrayList<>())
                .add(model);
          } else if (differing.length > 0) {
            double percent = 100.0 * differing.length / calls.size();
            mismatches.add(String.format(Locale.ROOT, "%s (%.1f %%)", model, percent));
            examples.add(example(model, calls, differing[0]));
          }
        });
    List<Finding> findings = new ArrayList<>();
    modelsOfFactor.forEach((factor, models) -> findings.add(factor(factor, models)));
    if (!mismatches.isEmpty()) {
      findings.add(
          Finding.warning(
              FindingKind.COST_MISMATCH,
              share(mismatches, "models have costs that differ from tokens × own prices")
                  + " (on so many of their calls): "
                  + Audit.few(mismatches)
                  + "; "
                  + examples.get(0)));
    }
    return findings;
  }

  private Finding factor(String factor, List<String> models) {
    return Finding.grave(
        FindingKind.COST_FACTOR,
        share(models, "models have costs that are ")
            + factor
            + " × tokens × own prices on every call: "
            + Audit.few(models)
            + "; the costs or the prices are in another unit, or of another date");
  }

  private String share(List<String> models, String what) {
    ModelPool pool = benchmark.outcomes().pool();
    return Audit.share(models.size(), pool.size(), what);
  }

  private String example(String model, ModelCalls calls, int call) {
    Price price = prices.get(model);
    return String.format(
        Locale.ROOT,
        "such as %s USD for %s by %s, where %.0f + %.0f tokens at %s USD per 1M make %s USD",
        Price.rounded(calls.cost()[call]),
        benchmark.queries().get(calls.rows()[call]).id(),
        model,
        calls.input()[call],
        calls.output()[call],
        price,
        Price.rounded(calls.at(call, price)));
  }
}
