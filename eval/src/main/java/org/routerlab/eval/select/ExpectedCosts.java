package org.routerlab.eval.select;

import java.util.Arrays;
import java.util.Objects;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What each model is expected to cost on each query, as far as that is known when it is chosen. NaN
 * is unknown.
 */
public interface ExpectedCosts {

  /** Fills in the expected cost of every model on query {@code row}. */
  void copyRow(int row, double[] costs);

  /** Costs that are the same for every query, such as the models' mean training costs. */
  static ExpectedCosts perModel(double... costs) {
    double[] kept = costs.clone();
    return (row, into) -> {
      Require.equal("expected costs", kept.length, "models", into.length);
      System.arraycopy(kept, 0, into, 0, kept.length);
    };
  }

  /** Costs of every query and model. */
  static ExpectedCosts perQuery(FloatMatrix costs) {
    Objects.requireNonNull(costs, "costs");
    return (row, into) -> {
      Require.equal("expected costs", costs.columns(), "models", into.length);
      for (int model = 0; model < into.length; model++) {
        into[model] = costs.get(row, model);
      }
    };
  }

  /** No costs, for rules that do not look at them. */
  static ExpectedCosts none() {
    return (row, into) -> Arrays.fill(into, Double.NaN);
  }
}
