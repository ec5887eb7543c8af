package org.routerlab.eval;

import org.routerlab.eval.select.ExpectedCosts;

/**
 * What a router goes by when it weighs the cost of a model it has not called yet. What it then pays
 * is the realised cost in any case.
 */
public enum CostBasis {
  /** The mean cost of the model on training queries, whatever the query. The default. */
  TRAIN_MEAN {
    @Override
    ExpectedCosts of(TestSet test) {
      double[] costs = new double[test.pool().size()];
      for (int model = 0; model < costs.length && test.hasCosts(); model++) {
        costs[model] = test.trainMeanCost(model);
      }
      return ExpectedCosts.perModel(costs);
    }
  },
  /** A cost predicted for every query and model, such as by a {@code CostPredictor}. */
  PREDICTED {
    @Override
    ExpectedCosts of(TestSet test) {
      throw new IllegalArgumentException(
          "predicted costs must be given: use Evaluation.of(router, test, predictions,"
              + " predictedCosts)");
    }
  },
  /** The realised cost itself, which nobody knows before the call: hindsight. */
  REALISED {
    @Override
    ExpectedCosts of(TestSet test) {
      return (row, costs) -> {
        for (int model = 0; model < costs.length; model++) {
          costs[model] = test.hasCosts() ? test.cost(row, model) : 0;
        }
      };
    }
  };

  /** Whether it knows what nobody can know at decision time. */
  public boolean isHindsight() {
    return this == REALISED;
  }

  /** The costs of the complete rows, as recorded; 0 on a test set without costs. */
  abstract ExpectedCosts of(TestSet test);
}
