package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;

/** Findings about prices: against the recorded costs, and against dated lists of prices. */
final class PriceAudit {

  /** Fewer calls than this say nothing about a price. */
  private static final int FEW_CALLS = 10;

  private static final Set<String> USD = Set.of(RecordedCosts.USD, RecordedCosts.TOKEN_USD);

  private PriceAudit() {}

  static List<Finding> of(Benchmark benchmark) {
    ModelPool pool = benchmark.outcomes().pool();
    List<Finding> findings = new ArrayList<>();
    SortedMap<String, Price> prices = own(benchmark, findings);
    SortedMap<String, ModelCalls> calls = calls(benchmark);
    if (prices.isEmpty()) {
      SortedMap<String, PriceFit> fits = new TreeMap<>();
      calls.forEach((model, of) -> fits.put(model, PriceFit.of(of)));
      findings.addAll(FittedPrices.of(pool, fits));
      fits.forEach(
          (model, fit) -> {
            if (fit.isGood()) {
              prices.put(model, fit.price());
            }
          });
    } else {
      calls.keySet().retainAll(prices.keySet());
      findings.addAll(new OwnPrices(benchmark, prices).against(calls));
    }
    findings.addAll(OtherPrices.of(pool, prices));
    return findings;
  }

  /** The prices that the benchmark says its costs were computed by. */
  private static SortedMap<String, Price> own(Benchmark benchmark, List<Finding> findings) {
    String text = benchmark.provenance().get(Benchmark.PRICES);
    if (text != null) {
      try {
        return Prices.read("provenance", Benchmark.PRICES, JsonRecords.parse(text));
      } catch (BadDataException | IllegalArgumentException e) {
        findings.add(
            Finding.warning(
                FindingKind.UNREADABLE_PRICES,
                "the entry " + Benchmark.PRICES + " cannot be read: " + e.getMessage()));
      }
    }
    return new TreeMap<>();
  }

  /** By model, where costs are in US dollars and tokens are known; in the order of the names. */
  private static SortedMap<String, ModelCalls> calls(Benchmark benchmark) {
    SortedMap<String, ModelCalls> calls = new TreeMap<>();
    if (benchmark.outcomes().hasCosts() && USD.contains(benchmark.costUnit())) {
      benchmark
          .tokens()
          .ifPresent(
              tokens -> {
                ModelPool pool = benchmark.outcomes().pool();
                for (int model = 0; model < pool.size(); model++) {
                  ModelCalls of = ModelCalls.of(benchmark.outcomes(), tokens, model);
                  if (of.size() >= FEW_CALLS) {
                    calls.put(pool.name(model), of);
                  }
                }
              });
    }
    return calls;
  }
}
