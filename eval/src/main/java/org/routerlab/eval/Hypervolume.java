package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;

/** The share of the unit square or cube that lies below at least one of some points, exactly. */
final class Hypervolume {

  private static final Comparator<double[]> BY_FALLING_FIRST =
      Comparator.comparingDouble(point -> -point[0]);
  private static final Comparator<double[]> BY_FALLING_LAST =
      Comparator.comparingDouble(point -> -point[2]);

  /** The outline of what is below some points of a plane: x falls strictly and y rises strictly. */
  private final double[] xs;

  private final double[] ys;
  private int size;

  private Hypervolume(int points) {
    this.xs = new double[points];
    this.ys = new double[points];
  }

  /**
   * The volume of the union of the boxes from the origin to each point.
   *
   * @param points each of two or three coordinates in [0, 1]; in any order
   */
  static double of(double[][] points) {
    if (points.length == 0) {
      return 0;
    }
    boolean isFlat = points[0].length == 2;
    double[][] sorted = points.clone();
    Arrays.sort(sorted, isFlat ? BY_FALLING_FIRST : BY_FALLING_LAST);
    Hypervolume section = new Hypervolume(points.length);
    if (isFlat) {
      for (double[] point : sorted) {
        section.add(point);
      }
      return section.area();
    }
    // From top to bottom, the cross-section grows with each point met.
    double volume = 0;
    for (int i = 0; i < sorted.length; i++) {
      section.add(sorted[i]);
      double below = i + 1 < sorted.length ? sorted[i + 1][2] : 0;
      if (below < sorted[i][2]) {
        volume += section.area() * (sorted[i][2] - below);
      }
    }
    return volume;
  }

  /** Draws the outline around one more point; those below it leave. */
  private void add(double[] point) {
    int at = 0;
    while (at < size && xs[at] > point[0]) {
      at++;
    }
    boolean isBelow =
        (at < size && xs[at] == point[0] && ys[at] >= point[1])
            || (at > 0 && ys[at - 1] >= point[1]);
    if (isBelow) {
      return;
    }
    int next = at;
    while (next < size && ys[next] <= point[1]) {
      next++;
    }
    System.arraycopy(xs, next, xs, at + 1, size - next);
    System.arraycopy(ys, next, ys, at + 1, size - next);
    xs[at] = point[0];
    ys[at] = point[1];
    size += 1 - (next - at);
  }

  private double area() {
    double area = 0;
    double height = 0;
    for (int i = 0; i < size; i++) {
      area += xs[i] * (ys[i] - height);
      height = ys[i];
    }
    return area;
  }
}
