package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A router's deferral curve, for plotting: accuracy at growing cost, with a band.
 *
 * <p>Two kinds must not be mixed in one plot: by budget, x is the cost <em>allowed</em> a query; by
 * λ, the cost of a point is the one <em>realised</em>.
 *
 * @param router its name
 * @param axis {@code budget} or {@code lambda}; {@code cost} of a curve of costs themselves
 * @param points by growing budget or cost, or by falling λ
 */
public record Curve(String router, String axis, List<CurvePoint> points) {

  /** Copies the points. */
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * Accuracy within each budget; no points for a router that cannot be masked.
   *
   * @throws IllegalStateException on a test set without costs
   */
  public static Curve byBudget(RouterRuns runs, Bootstrap bootstrap) {
    List<Optional<Sweep>> sweeps = runs.seeds().stream().map(Evaluation::budgetSweep).toList();
    if (sweeps.stream().anyMatch(Optional::isEmpty)) {
      return new Curve(runs.router(), "budget", List.of());
    }
    List<Sweep> present = sweeps.stream().flatMap(Optional::stream).toList();
    double[] budgets = runs.test().budgets();
    return new Curve(runs.router(), "budget", points(runs.test(), present, budgets, bootstrap));
  }

  /**
   * Accuracy at 99 cost weights from λ = 1 down to λ = 0.
   *
   * @throws IllegalStateException on a test set without costs
   */
  public static Curve byLambda(RouterRuns runs, Bootstrap bootstrap) {
    List<Sweep> sweeps = runs.seeds().stream().map(Evaluation::lambdaSweep).toList();
    double[] lambdas = Lambdas.sweep();
    return new Curve(runs.router(), "lambda", points(runs.test(), sweeps, lambdas, bootstrap));
  }

  private static List<CurvePoint> points(
      TestSet test, List<Sweep> sweeps, double[] axis, Bootstrap bootstrap) {
    ColumnIndex index = new ColumnIndex();
    int[] scores = meanOf(sweeps, sweep -> sweep.increments(test::score), index);
    int[] costs = meanOf(sweeps, sweep -> sweep.spending(test::cost), index);
    int ones = index.numberOf(Column.constant(test.size(), 1));
    List<Statistic> statistics = new ArrayList<>();
    for (int[] columns : List.of(scores, costs)) {
      for (int point = 0; point < axis.length; point++) {
        statistics.add(mean(Arrays.copyOf(columns, point + 1), ones));
      }
    }
    Resampled resampled = bootstrap.resample(test, statistics, index);
    List<CurvePoint> points = new ArrayList<>();
    for (int point = 0; point < axis.length; point++) {
      Estimate accuracy = resampled.estimate(point, bootstrap.confidence(), test.size());
      points.add(new CurvePoint(axis[point], resampled.values()[axis.length + point], accuracy));
    }
    return points;
  }

  private static int[] meanOf(
      List<Sweep> sweeps, Function<Sweep, List<Column>> columns, ColumnIndex index) {
    List<List<Column>> all = sweeps.stream().map(columns).toList();
    int[] numbers = new int[all.get(0).size()];
    for (int step = 0; step < numbers.length; step++) {
      int at = step;
      numbers[step] = index.numberOf(Column.mean(all.stream().map(c -> c.get(at)).toList()));
    }
    return numbers;
  }

  /** The sum of increments over the number of queries. */
  private static Statistic mean(int[] increments, int ones) {
    int[] columns = Arrays.copyOf(increments, increments.length + 1);
    columns[increments.length] = ones;
    return new Statistic(
        columns,
        sums -> {
          double total = 0;
          for (int i = 0; i < sums.length - 1; i++) {
            total += sums[i];
          }
          double n = sums[sums.length - 1];
          return n == 0 ? Double.NaN : total / n;
        });
  }
}
