package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.ModelPool;

/** Findings about models that other prices are known for: those of the newest list with them. */
final class OtherPrices {

  private static final double MUCH = 0.2;

  private OtherPrices() {}

  /** One finding for each list; no clock is read, so that a list never grows old by itself. */
  static List<Finding> of(ModelPool pool, Map<String, Price> prices) {
    Map<PriceList, List<String>> modelsOfList = new LinkedHashMap<>();
    for (String model : pool.names()) {
      Optional<PriceList> newest = PriceLists.newestWith(model);
      if (prices.containsKey(model) && newest.isPresent()) {
        Price own = prices.get(model);
        Price listed = newest.get().prices().get(model);
        if (differs(own.input(), listed.input()) || differs(own.output(), listed.output())) {
          modelsOfList
              .computeIfAbsent(newest.get(), list -> new ArrayList<>())
              .add(model + " " + own + " → " + listed);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    modelsOfList.forEach(
        (list, models) ->
            findings.add(
                Finding.note(
                    FindingKind.OTHER_PRICES,
                    Audit.share(
                            models.size(),
                            pool.size(),
                            "models have prices that are off by more than")
                        + " 20 % from the list "
                        + list.name()
                        + " of "
                        + list.date()
                        + " (USD per 1M tokens, input / output, here → there): "
                        + Audit.few(models))));
    return findings;
  }

  private static boolean differs(double own, double listed) {
    return Math.abs(own - listed) > MUCH * listed;
  }
}
