package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accuracy over the share of calls to the strong model of a pair, for plotting; between points it
 * runs straight.
 *
 * @param name the router, {@code random} or {@code optimal}
 * @param points by growing share, the first at 0 and the last at 1; none where there is no curve
 */
public record RoutingRateCurve(String name, List<Point> points) {

  /**
   * A division of the calls.
   *
   * @param share of calls to the strong model, in [0, 1]
   * @param accuracy in [0, 1]
   * @param recovered the recovered gap (accuracy − A_weak) / (A_strong − A_weak); NaN where the
   *     strong model is not better
   */
  public record Point(double share, double accuracy, double recovered) {}

  /** Copies the points. */
  public RoutingRateCurve {
    points = List.copyOf(points);
  }

  /**
   * Queries handed to the strong model by falling p_strong − p_weak. No points for a router without
   * predictions, for a pair of one model and on a test set without rows.
   */
  public static RoutingRateCurve of(Evaluation evaluation, ModelPair pair) {
    return of(evaluation, pair, StrongWeakMetrics.Priority.DIFFERENCE);
  }

  /** As {@link #of}, by rising p_weak. */
  public static RoutingRateCurve byWeak(Evaluation evaluation, ModelPair pair) {
    return of(evaluation, pair, StrongWeakMetrics.Priority.WEAK);
  }

  private static RoutingRateCurve of(
      Evaluation evaluation, ModelPair pair, StrongWeakMetrics.Priority by) {
    Optional<StrongWeakOrder> order = StrongWeakMetrics.order(evaluation, pair, by);
    List<Point> points = order.map(o -> points(o, false)).orElse(List.of());
    return new RoutingRateCurve(evaluation.router(), points);
  }

  /** Handing over at random: the straight line from the weak model to the strong one. */
  public static RoutingRateCurve random(TestSet test, ModelPair pair) {
    List<Point> all = points(StrongWeakOrder.of(test, pair, new double[test.size()]), false);
    List<Point> ends = all.isEmpty() ? all : List.of(all.get(0), all.get(all.size() - 1));
    return new RoutingRateCurve("random", ends);
  }

  /**
   * Hindsight: the greatest accuracy with at most such a share of calls to the strong model. On
   * binary scores the weak model's right answers and, as far as calls go, the queries that only the
   * strong one gets right.
   */
  public static RoutingRateCurve optimal(TestSet test, ModelPair pair) {
    double[] gains = new double[test.size()];
    for (int row = 0; row < gains.length; row++) {
      gains[row] = (double) test.score(row, pair.strong()) - test.score(row, pair.weak());
    }
    return new RoutingRateCurve("optimal", points(StrongWeakOrder.of(test, pair, gains), true));
  }

  private static List<Point> points(StrongWeakOrder order, boolean gainsOnly) {
    int n = order.rows().length;
    double weak = 0;
    double gap = 0;
    for (int i = 0; i < n; i++) {
      weak += order.weak()[i];
      gap += order.gains()[i];
    }
    List<Point> points = new ArrayList<>();
    double gained = 0;
    double[] gains = order.expectedGains();
    for (int calls = 0; calls <= n && n > 0; calls++) {
      double recovered = gap > StrongWeakOrder.ROUNDING * n ? gained / gap : Double.NaN;
      points.add(new Point(calls / (double) n, (weak + gained) / n, recovered));
      double gain = calls < n ? gains[calls] : 0;
      gained += gainsOnly ? Math.max(0, gain) : gain;
    }
    return points;
  }
}
