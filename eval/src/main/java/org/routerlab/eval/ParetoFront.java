package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far points of cost and accuracy are from the front of those candidates that no other
 * dominates.
 *
 * <p>Both axes are scaled so that the least and the greatest of the candidates are 0 and 1. The
 * front is the non-dominated candidates joined by straight lines, and level from the dearest of
 * them on.
 */
final class ParetoFront {

  /** A range this small beside its values is what rounding leaves of none. */
  private static final double ROUNDING = 1e-12;

  private final double[] costs;
  private final double[] accuracies;

  private ParetoFront(Frontier frontier) {
    this.costs = frontier.costs();
    this.accuracies = frontier.scores();
  }

  /**
   * The distance of each of some points from the front of the candidates among them; negative
   * beyond it, where no candidate can be.
   */
  static double[] distances(double[] costs, double[] accuracies, boolean[] candidates) {
    double[] x = normalised(costs, candidates);
    double[] y = normalised(accuracies, candidates);
    ParetoFront front = new ParetoFront(frontier(only(x, candidates), only(y, candidates)));
    double[] distances = new double[x.length];
    Arrays.setAll(
        distances,
        point -> {
          double distance = front.distance(x[point], y[point]);
          return !candidates[point] && front.isBeyond(x[point], y[point]) ? -distance : distance;
        });
    return distances;
  }

  /** The values of the candidates alone. */
  static double[] only(double[] values, boolean[] candidates) {
    return IntStream.range(0, values.length)
        .filter(point -> candidates[point])
        .mapToDouble(point -> values[point])
        .toArray();
  }

  private static double[] normalised(double[] values, boolean[] candidates) {
    double[] bounding = only(values, candidates);
    double least = Arrays.stream(bounding).min().orElse(Double.NaN);
    double greatest = Arrays.stream(bounding).max().orElse(Double.NaN);
    boolean isFlat = greatest - least <= ROUNDING * Math.abs(greatest);
    return Arrays.stream(values)
        .map(value -> isFlat ? 0 : (value - least) / (greatest - least))
        .toArray();
  }

  /** Sorted beforehand: a frontier takes points fast that come in order. */
  private static Frontier frontier(double[] x, double[] y) {
    double[][] points = new double[x.length][];
    Arrays.setAll(points, point -> new double[] {x[point], y[point]});
    Arrays.sort(points, Comparator.comparingDouble(point -> point[0]));
    for (int i = 1; i < points.length; i++) {
      // Costs that rounding alone tells apart are one, or the front would rise straight up there.
      points[i][0] = points[i][0] - points[i - 1][0] <= ROUNDING ? points[i - 1][0] : points[i][0];
    }
    return Frontier.of(
        Arrays.stream(points).mapToDouble(point -> point[0]).toArray(),
        Arrays.stream(points).mapToDouble(point -> point[1]).toArray());
  }

  private double distance(double x, double y) {
    int last = costs.length - 1;
    double nearest =
        x >= costs[last]
            ? Math.abs(y - accuracies[last])
            : length(x - costs[last], y - accuracies[last]);
    for (int i = 0; i < last && costs[i] - x < nearest; i++) {
      nearest = Math.min(nearest, toSegment(x, y, i));
    }
    return nearest;
  }

  /** Whether a point is beyond the front: no point of that is as cheap and as accurate. */
  private boolean isBeyond(double x, double y) {
    int next = 0;
    while (next < costs.length && costs[next] <= x + ROUNDING) {
      next++;
    }
    if (next == 0) {
      return true;
    }
    double height = accuracies[next - 1];
    if (next < costs.length) {
      double share = (x - costs[next - 1]) / (costs[next] - costs[next - 1]);
      height += share * (accuracies[next] - height);
    }
    return y > height + ROUNDING;
  }

  /** The distance to the line from front point {@code i} to the next. */
  private double toSegment(double x, double y, int i) {
    double width = costs[i + 1] - costs[i];
    double height = accuracies[i + 1] - accuracies[i];
    double along =
        ((x - costs[i]) * width + (y - accuracies[i]) * height) / (width * width + height * height);
    double share = Math.max(0, Math.min(1, along));
    return length(x - costs[i] - share * width, y - accuracies[i] - share * height);
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
