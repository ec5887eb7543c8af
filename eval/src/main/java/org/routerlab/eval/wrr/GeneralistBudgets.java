package org.routerlab.eval.wrr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;

/** The budgets of a pool and the models within each. Unknown mean costs are within none. */
record GeneralistBudgets(List<Double> budgets, double[] costs) {

  /** The distinct mean costs; one infinite budget where no cost is known. */
  static GeneralistBudgets of(OutcomeTable train) {
    double[] costs = train.hasCosts() ? train.meanCosts() : new double[train.pool().size()];
    List<Double> budgets =
        train.hasCosts()
            ? Arrays.stream(costs)
                .filter(c -> !Double.isNaN(c))
                .distinct()
                .sorted()
                .boxed()
                .toList()
            : List.of();
    return budgets.isEmpty()
        ? new GeneralistBudgets(List.of(Double.POSITIVE_INFINITY), new double[costs.length])
        : new GeneralistBudgets(budgets, costs);
  }

  /** The best ranked model within each budget. */
  List<Integer> best(ModelRanking ranking) {
    return budgets.stream()
        .map(
            budget ->
                IntStream.range(0, ranking.size())
                    .map(ranking::model)
                    .filter(model -> costs[model] <= budget)
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** What the best other model within a budget has over the generalist; NaN without either. */
  double gain(int step, int generalist, double[] accuracies) {
    return IntStream.range(0, costs.length)
        .filter(model -> model != generalist && costs[model] <= budgets.get(step))
        .mapToDouble(model -> accuracies[model] - accuracies[generalist])
        .filter(gain -> !Double.isNaN(gain))
        .max()
        .orElse(Double.NaN);
  }
}
