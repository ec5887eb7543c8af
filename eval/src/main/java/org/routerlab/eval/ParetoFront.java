package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How far points of cost and accuracy are from the front of those that no other dominates.
 *
 * <p>Both axes are brought to [0, 1] by the least and the greatest of all points. The front is the
 * non-dominated points joined by straight lines, and level from the dearest of them on.
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

  /** The distance of each of some points from the front of all of them. */
  static double[] distances(double[] costs, double[] accuracies) {
    double[] x = normalised(costs);
    double[] y = normalised(accuracies);
    ParetoFront front = new ParetoFront(frontier(x, y));
    double[] distances = new double[x.length];
    Arrays.setAll(distances, point -> front.distance(x[point], y[point]));
    return distances;
  }

  private static double[] normalised(double[] values) {
    double least = Arrays.stream(values).min().orElse(Double.NaN);
    double greatest = Arrays.stream(values).max().orElse(Double.NaN);
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
