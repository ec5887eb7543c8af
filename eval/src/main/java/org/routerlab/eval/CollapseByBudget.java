package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a router's choices narrow or overspend as its budget grows: the figures of {@link Collapse}
 * and its agreement with the heuristic, within every budget of the test set.
 *
 * <p>Within a small budget the best models may not be affordable; the collapse index counts that as
 * it counts any wrong choice, so that its values at all budgets are of one kind. Figures of shares
 * are of the mean shares of all runs.
 *
 * @param router its name
 * @param points by growing budget; none for a router that cannot be masked, and on a test set
 *     without costs or without complete rows
 */
public record CollapseByBudget(String router, List<Point> points) {

  /**
   * A budget.
   *
   * @param budget the mean training cost allowed
   * @param collapse the collapse index, {@code rci} at the largest budget; a fraction
   * @param overspending how often the dearest model is chosen and a cheaper one is as good; 0 below
   *     the dearest model's budget
   * @param topModelShare the share of the model chosen most often
   * @param unusedModels the share of all models that are never chosen, those not affordable among
   *     them
   * @param entropy of the shares, in bits
   * @param effectiveModels 2 to the power of the entropy
   * @param heuristicAgreement how often the best affordable single model is chosen
   */
  public record Point(
      double budget,
      Estimate collapse,
      Estimate overspending,
      Estimate topModelShare,
      Estimate unusedModels,
      Estimate entropy,
      Estimate effectiveModels,
      Estimate heuristicAgreement) {}

  private static final ToDoubleFunction<double[]> RATIO = sums -> sums[0] / sums[1];

  private static final List<ToDoubleFunction<double[]>> FIGURES =
      List.of(
          Histogram::greatestShare,
          Histogram::unusedShare,
          Histogram::entropy,
          Histogram::effectiveModels);

  /** Copies the points. */
  public CollapseByBudget {
    points = List.copyOf(points);
  }

  /** Measures a router. */
  public static CollapseByBudget of(RouterRuns runs, Bootstrap bootstrap) {
    if (!runs.test().hasCosts()) {
      return new CollapseByBudget(runs.router(), List.of());
    }
    List<Sweep> sweeps =
        runs.seeds().stream().map(Evaluation::budgetSweep).flatMap(Optional::stream).toList();
    if (sweeps.size() < runs.seeds().size()) {
      return new CollapseByBudget(runs.router(), List.of());
    }
    TestSet test = runs.test();
    double[] budgets = test.budgets();
    int[] heuristic = BudgetMetrics.heuristic(test);
    ColumnIndex index = new ColumnIndex();
    List<Statistic> statistics = new ArrayList<>();
    for (int step = 0; step < budgets.length; step++) {
      int at = step;
      List<Selection> selections = sweeps.stream().map(sweep -> sweep.at(at)).toList();
      statistics.addAll(statistics(test, selections, heuristic[step], index));
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    int each = statistics.size() / budgets.length;
    List<Point> points = new ArrayList<>();
    for (int step = 0; step < budgets.length; step++) {
      int first = step * each;
      List<Estimate> estimates =
          IntStream.range(first, first + each)
              .mapToObj(s -> resampled.estimate(s, bootstrap.confidence(), test.size()))
              .toList();
      points.add(point(budgets[step], estimates));
    }
    return new CollapseByBudget(runs.router(), points);
  }

  /** The figures of one budget, in the order of a point. */
  private static List<Statistic> statistics(
      TestSet test, List<Selection> selections, int heuristic, ColumnIndex index) {
    CollapseFacts facts = CollapseFacts.of(test);
    Column ones = Column.constant(test.size(), 1);
    List<Column> shares =
        IntStream.range(0, test.pool().size())
            .mapToObj(model -> mean(selections, (row, chosen) -> chosen == model ? 1 : 0))
            .toList();
    List<Statistic> statistics = new ArrayList<>();
    for (CellValue value : List.<CellValue>of(facts::collapsed, facts::overspent)) {
      statistics.add(statistic(List.of(mean(selections, value), ones), index, RATIO));
    }
    for (ToDoubleFunction<double[]> figure : FIGURES) {
      statistics.add(statistic(shares, index, figure));
    }
    statistics.add(statistic(List.of(shares.get(heuristic), ones), index, RATIO));
    return statistics;
  }

  private static Point point(double budget, List<Estimate> e) {
    return new Point(budget, e.get(0), e.get(1), e.get(2), e.get(3), e.get(4), e.get(5), e.get(6));
  }

  private static Column mean(List<Selection> selections, CellValue value) {
    return Column.mean(selections.stream().map(s -> Column.of(s.expect(value))).toList());
  }

  private static Statistic statistic(
      List<Column> columns, ColumnIndex index, ToDoubleFunction<double[]> value) {
    return new Statistic(columns.stream().mapToInt(index::numberOf).toArray(), value);
  }
}
