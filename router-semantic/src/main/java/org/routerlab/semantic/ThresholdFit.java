package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * Thresholds fitted on labelled queries.
 *
 * <p>A coordinate search: first the threshold that all routes without one of their own share, then
 * that of each route in turn, until no single change helps. With all others fixed, the result
 * changes only where the threshold passes a similarity, so each step looks at every threshold there
 * can be and takes the best; of equally good ones the nearest to what it was, then the lower. A
 * threshold moves only where that helps, so the result is never worse than the start.
 *
 * @param routes with their fitted thresholds
 * @param before the goal's value, in [0, 1], with the thresholds of the start; 0 without queries
 * @param after the same with the fitted ones, at least {@code before}
 * @param rounds how often all thresholds were tried, the last time in vain
 */
public record ThresholdFit(RouteSet routes, double before, double after, int rounds) {

  /** As the right route of a query: none of them. */
  public static final int NO_ROUTE = ChoiceRule.NONE;

  /**
   * Fits the thresholds of {@code start}.
   *
   * @param similarities queries × routes, from an index of these routes
   * @param right the place of the right route of every query, or {@link #NO_ROUTE}
   */
  public static ThresholdFit of(
      RouteSet start, FloatMatrix similarities, int[] right, FitGoal goal) {
    Require.equal("right routes", right.length, "queries", similarities.rows());
    boolean[][] isRight = new boolean[right.length][start.size() + 1];
    for (int query = 0; query < right.length; query++) {
      Require.between("right route", right[query], NO_ROUTE, start.size() - 1);
      isRight[query][right[query] + 1] = true;
    }
    return of(start, similarities, isRight, goal);
  }

  /**
   * The same where several routes may be right.
   *
   * @param isRight for every query: whether it is right to choose no route, then each of them
   */
  static ThresholdFit of(
      RouteSet start, FloatMatrix similarities, boolean[][] isRight, FitGoal goal) {
    Require.equal("columns of similarities", similarities.columns(), "routes", start.size());
    if (goal == FitGoal.NONE || similarities.rows() == 0) {
      return new ThresholdFit(start, 0, 0, 0);
    }
    ThresholdSweep sweep = new ThresholdSweep(similarities, isRight, goal);
    RouteSet best = start;
    int rounds = 0;
    for (boolean isBetter = true; isBetter; rounds++) {
      RouteSet next = round(best, sweep);
      isBetter = next != best;
      best = next;
    }
    return new ThresholdFit(best, sweep.value(start), sweep.value(best), rounds);
  }

  private static RouteSet round(RouteSet start, ThresholdSweep sweep) {
    RouteSet best = start;
    int[] sharing =
        IntStream.range(0, start.size())
            .filter(route -> start.routes().get(route).threshold().isEmpty())
            .toArray();
    if (sharing.length > 0) {
      float now = (float) best.threshold();
      float found = sweep.best(best, sharing, now);
      best = found == now ? best : best.withThreshold(found);
    }
    for (int route = 0; route < start.size(); route++) {
      float now = (float) best.routes().get(route).threshold().orElse(best.threshold());
      float found = sweep.best(best, new int[] {route}, now);
      best = found == now ? best : best.withThreshold(route, found);
    }
    return best;
  }

  /** The places of right routes that are given by name, {@value RouteDecision#NONE} for none. */
  public static int[] places(RouteSet routes, List<String> names) {
    List<String> known = new ArrayList<>(routes.names());
    known.add(RouteDecision.NONE);
    return names.stream()
        .map(name -> Require.known("route", name, known))
        .mapToInt(routes.names()::indexOf)
        .toArray();
  }

  /** The thresholds that apply, one a route. */
  public double[] thresholds() {
    return routes.routes().stream()
        .mapToDouble(route -> route.threshold().orElse(routes.threshold()))
        .toArray();
  }
}
