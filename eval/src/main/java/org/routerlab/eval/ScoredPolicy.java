package org.routerlab.eval;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.Allocation;
import org.routerlab.eval.select.ExpectedCosts;
import org.routerlab.eval.select.Utility;

/**
 * A router that predicts scores: argmax of (1 − λ) prediction − λ scaled expected cost, or argmax
 * prediction among the models expected to be within the budget, the cheapest where there is none.
 * Ties go by the ranking. It chooses what the selectors {@link Utility} and {@code Budget} choose,
 * all steps of a sweep at once.
 *
 * @param costs as recorded, not scaled
 */
record ScoredPolicy(TestSet test, FloatMatrix predictions, ExpectedCosts costs) implements Policy {

  /** How many budgets are taken from all expected costs. */
  private static final int QUANTILES = 100;

  /** Goes by mean training costs. */
  ScoredPolicy(TestSet test, FloatMatrix predictions) {
    this(test, predictions, CostBasis.TRAIN_MEAN.of(test));
  }

  /** The predictions and expected costs of one query at a time, and its models by cost. */
  private final class Row {
    private final float[] predicted = new float[predictions.columns()];
    private final double[] costs = new double[predicted.length];
    private final double[] scaled = new double[predicted.length];
    private final double[] previous = new double[predicted.length];
    private final int[] byCost = IntStream.range(0, predicted.length).toArray();
    private final int[] candidates = new int[predicted.length];

    Row() {
      Arrays.fill(previous, Double.NaN);
    }

    void read(int row) {
      predictions.copyRow(row, predicted, 0);
      ScoredPolicy.this.costs.copyRow(row, costs);
      if (!Arrays.equals(costs, previous)) {
        System.arraycopy(costs, 0, previous, 0, costs.length);
        sortByCost();
        for (int model = 0; model < costs.length && test.hasCosts(); model++) {
          scaled[model] = test.scaled(costs[model]);
        }
      }
    }

    /** By insertion into the order of the query before. */
    private void sortByCost() {
      for (int i = 1; i < byCost.length; i++) {
        int model = byCost[i];
        int at = i;
        while (at > 0 && costs[byCost[at - 1]] > costs[model]) {
          byCost[at] = byCost[at - 1];
          at--;
        }
        byCost[at] = model;
      }
    }

    /** Leaves out models that a cheaper one beats in prediction too: no λ chooses them. */
    int undominated() {
      float bestCheaper = Float.NEGATIVE_INFINITY;
      float bestSoFar = Float.NEGATIVE_INFINITY;
      double cost = scaled[byCost[0]];
      int count = 0;
      for (int model : byCost) {
        if (scaled[model] > cost) {
          cost = scaled[model];
          bestCheaper = bestSoFar;
        }
        if (predicted[model] >= bestCheaper) {
          candidates[count++] = model;
        }
        bestSoFar = Math.max(bestSoFar, predicted[model]);
      }
      return count;
    }

    int best(double lambda, int count) {
      int best = candidates[0];
      double highest = Utility.value(lambda, predicted[best], scaled[best]);
      for (int i = 1; i < count; i++) {
        int model = candidates[i];
        double utility = Utility.value(lambda, predicted[model], scaled[model]);
        if (utility > highest || (utility == highest && test.ranking().prefers(model, best))) {
          best = model;
          highest = utility;
        }
      }
      return best;
    }

    /** The best model within each of ascending budgets; before there is any, the cheapest. */
    void withinBudgets(double[] budgets, int[] chosen) {
      int next = 0;
      int best = byCost[0];
      while (next < byCost.length && costs[byCost[next]] == costs[byCost[0]]) {
        best = preferred(byCost[next++], best);
      }
      for (int step = 0; step < budgets.length; step++) {
        while (next < byCost.length && costs[byCost[next]] <= budgets[step]) {
          best = preferred(byCost[next++], best);
        }
        chosen[step] = best;
      }
    }

    private int preferred(int model, int other) {
      ModelRanking ranking = test.ranking();
      boolean better =
          predicted[model] > predicted[other]
              || (predicted[model] == predicted[other] && ranking.prefers(model, other));
      return better ? model : other;
    }
  }

  /** The whole test set as one batch. */
  Decisions allocated(double meanBudget) {
    return Allocation.of(predictions, costs, test.ranking()).within(meanBudget).decisions();
  }

  @Override
  public Sweep byLambda(double... lambdas) {
    Row query = new Row();
    return ChosenSweep.of(
        test.size(),
        lambdas.length,
        (row, chosen) -> {
          query.read(row);
          int count = query.undominated();
          for (int step = 0; step < lambdas.length; step++) {
            chosen[step] = query.best(lambdas[step], count);
          }
        });
  }

  @Override
  public Optional<Sweep> byBudget() {
    return Optional.of(within(test.budgets()));
  }

  /** The choices within quantiles of all expected costs, ascending. */
  Sweep byExpectedCost() {
    double[] expected = new double[test.size() * predictions.columns()];
    double[] ofQuery = new double[predictions.columns()];
    for (int row = 0; row < test.size(); row++) {
      costs.copyRow(row, ofQuery);
      System.arraycopy(ofQuery, 0, expected, row * ofQuery.length, ofQuery.length);
    }
    Arrays.sort(expected);
    double[] budgets = new double[QUANTILES];
    Arrays.setAll(budgets, i -> SampleQuantile.of(expected, i / (QUANTILES - 1.0)));
    return within(budgets);
  }

  /** The choices within ascending budgets. */
  private Sweep within(double[] budgets) {
    Row query = new Row();
    return ChosenSweep.of(
        test.size(),
        budgets.length,
        (row, chosen) -> {
          query.read(row);
          query.withinBudgets(budgets, chosen);
        });
  }
}
