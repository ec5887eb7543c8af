package org.routerlab.eval.wrr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.QuerySubset;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.Selection;
import org.routerlab.eval.TestSet;

/**
 * Within each budget, the share of queries for which a router chooses the model that is best within
 * it on training outcomes.
 *
 * <p>Of several runs it is the mean. Without costs there is one budget that affords all, and the
 * choice is the router's plain one. The mean over budgets with its interval is the metric {@code
 * budget-heuristic-agreement}. Source: Who Routes the Router, § 4.3.
 *
 * @param router its name
 * @param task the dataset of the queries; {@code all} for all of them
 * @param queries how many
 * @param budgets ascending; infinite where there are no costs
 * @param agreements one a budget, in [0, 1]; NaN without queries, and under budgets for a router
 *     that decides by itself
 */
public record HeuristicAgreement(
    String router, String task, int queries, List<Double> budgets, List<Double> agreements) {

  /** Copies the lists. */
  public HeuristicAgreement {
    Objects.requireNonNull(router, "router");
    Objects.requireNonNull(task, "task");
    budgets = List.copyOf(budgets);
    agreements = List.copyOf(agreements);
  }

  /**
   * The agreement of a router.
   *
   * @param tasks datasets to look at besides all queries
   * @return all queries first, then the tasks by name
   */
  public static List<HeuristicAgreement> of(RouterRuns runs, Collection<String> tasks) {
    TestSet test = runs.test();
    List<HeuristicAgreement> all = new ArrayList<>();
    all.add(of(runs, QuerySubset.ALL, IntStream.range(0, test.size()).toArray()));
    for (String task : new TreeSet<>(tasks)) {
      int[] rows =
          IntStream.range(0, test.size())
              .filter(row -> test.queries().get(row).dataset().equals(task))
              .toArray();
      all.add(of(runs, task, rows));
    }
    return List.copyOf(all);
  }

  /** The mean over the budgets. */
  public double mean() {
    return agreements.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static HeuristicAgreement of(RouterRuns runs, String task, int[] rows) {
    TestSet test = runs.test();
    double[] budgets = test.hasCosts() ? test.budgets() : new double[] {Double.POSITIVE_INFINITY};
    double[] agreements = new double[budgets.length];
    for (Evaluation seed : runs.seeds()) {
      List<Selection> selections = selections(seed);
      for (int step = 0; step < budgets.length; step++) {
        double agreement =
            selections.isEmpty()
                ? Double.NaN
                : agreement(selections.get(step), best(test, budgets[step]), rows);
        agreements[step] += agreement / runs.seeds().size();
      }
    }
    return new HeuristicAgreement(
        runs.router(),
        task,
        rows.length,
        Arrays.stream(budgets).boxed().toList(),
        Arrays.stream(agreements).boxed().toList());
  }

  /** What is chosen within each budget; none where the router cannot be held to one. */
  private static List<Selection> selections(Evaluation evaluation) {
    if (!evaluation.test().hasCosts()) {
      return List.of(evaluation.selection());
    }
    return evaluation.obeysBudgets() ? evaluation.withinBudgets() : List.of();
  }

  private static double agreement(Selection selection, int model, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += selection.share(row, model);
    }
    return sum / rows.length;
  }

  private static int best(TestSet test, double budget) {
    return IntStream.range(0, test.pool().size())
        .map(test.ranking()::model)
        .filter(model -> !test.hasCosts() || test.trainMeanCost(model) <= budget)
        .findFirst()
        .orElseThrow();
  }
}
