package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The points (realised mean cost, accuracy) of the cost weights λ, as columns and from sums. */
final class LambdaCurve {

  /** Sums of scores may miss a reachable accuracy by rounding. */
  static final double ROUNDING = 1e-12;

  /** The number of points. */
  private static final int STEPS = Lambdas.sweep().length;

  /** The number of {@link #columns}. */
  static final int COLUMNS = 2 * STEPS;

  private LambdaCurve() {}

  /** The increments of scores, then those of costs. */
  static List<Column> columns(Evaluation evaluation) {
    Sweep sweep = evaluation.lambdaSweep();
    List<Column> columns = new ArrayList<>(sweep.increments(evaluation.test()::score));
    columns.addAll(sweep.spending(evaluation.test()::cost));
    return columns;
  }

  /** {@link #bounds}, then {@link #columns}. */
  static List<Column> withBounds(Evaluation evaluation) {
    List<Column> columns = bounds(evaluation.test());
    columns.addAll(columns(evaluation));
    return columns;
  }

  /** Ones, score and cost of the best single model, and {@link #columns}. */
  static List<Column> withBestSingle(Evaluation evaluation, BestSingleBasis basis) {
    TestSet test = evaluation.test();
    int best = basis.model(test);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.constant(test.size(), 1));
    columns.add(Column.of(test.size(), row -> test.score(row, best)));
    columns.add(Column.of(test.size(), row -> test.cost(row, best)));
    columns.addAll(columns(evaluation));
    return columns;
  }

  /** Ones, {@link #columns}, and the cost of every model. */
  static List<Column> withModelCosts(Evaluation evaluation) {
    TestSet test = evaluation.test();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.constant(test.size(), 1));
    columns.addAll(columns(evaluation));
    columns.addAll(SingleModels.costs(test, SingleModels.all(test)));
    return columns;
  }

  /** The points, from the sums of {@link #columns} that start at first. */
  static SweepPoints points(double[] sums, int first, double n) {
    return SweepPoints.of(sums, first, STEPS, n);
  }

  /** The non-dominated of {@link #points}. */
  static Frontier frontier(double[] sums, int first, double n) {
    return points(sums, first, n).frontier();
  }

  /** Ones, least cost, greatest cost, and the score of the least costly model, of every query. */
  static List<Column> bounds(TestSet test) {
    int[] cheapest = new int[test.size()];
    int[] dearest = new int[test.size()];
    for (int row = 0; row < test.size(); row++) {
      for (int model = 1; model < test.pool().size(); model++) {
        cheapest[row] = cheaper(test, row, model, cheapest[row]) ? model : cheapest[row];
        boolean dearer = test.cost(row, model) > test.cost(row, dearest[row]);
        dearest[row] = dearer ? model : dearest[row];
      }
    }
    return new ArrayList<>(
        Arrays.asList(
            Column.constant(test.size(), 1),
            Column.of(test.size(), row -> test.cost(row, cheapest[row])),
            Column.of(test.size(), row -> test.cost(row, dearest[row])),
            Column.of(test.size(), row -> test.score(row, cheapest[row]))));
  }

  private static boolean cheaper(TestSet test, int row, int model, int other) {
    float cost = test.cost(row, model);
    float otherCost = test.cost(row, other);
    return cost < otherCost || (cost == otherCost && test.ranking().prefers(model, other));
  }
}
