package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.routerlab.core.ModelPool;

/** Findings about prices that a benchmark does not name but its costs show. */
final class FittedPrices {

  private FittedPrices() {}

  static List<Finding> of(ModelPool pool, SortedMap<String, PriceFit> fits) {
    List<String> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    fits.forEach(
        (model, fit) -> {
          String shown = model + " " + fit.price();
          if (fit.isGood()) {
            good.add(shown);
          } else {
            bad.add(String.format(Locale.ROOT, "%s (%.1f %%)", shown, 100 * fit.explained()));
          }
        });
    List<Finding> findings = new ArrayList<>();
    if (!good.isEmpty()) {
      findings.add(
          Finding.note(
              FindingKind.FITTED_PRICES,
              Audit.share(good.size(), pool.size(), "models have costs that a fixed price explains")
                  + " (fitted, in USD per 1M tokens, input / output): "
                  + Audit.few(good)));
    }
    if (!bad.isEmpty()) {
      findings.add(
          Finding.warning(
              FindingKind.UNEXPLAINED_COSTS,
              Audit.share(bad.size(), pool.size(), "models have costs that no fixed price explains")
                  + " (the nearest, in USD per 1M tokens, input / output, and how many calls it"
                  + " explains): "
                  + Audit.few(bad)));
    }
    return findings;
  }
}
