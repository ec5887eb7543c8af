package org.routerlab.eval;

import java.util.Arrays;
import java.util.Comparator;

/** The share of the unit square or cube that lies below at least one of some points, exactly. */
final class Hypervolume {

  private Hypervolume() {}

  /**
   * The volume of the union of the boxes from the origin to each point.
   *
   * @param points each of two or three coordinates in [0, 1]; in any order
   */
  static double of(double[][] points) {
    double[][] sorted = points.clone();
    if (points.length == 0) {
      return 0;
    }
    if (points[0].length == 2) {
      Arrays.sort(sorted, Comparator.comparingDouble(point -> -point[0]));
      return area(sorted);
    }
    Arrays.sort(sorted, Comparator.comparingDouble(point -> -point[2]));
    return volume(sorted);
  }

  /** From right to left, each point adds what it rises above all points right of it. */
  private static double area(double[][] byFallingX) {
    double area = 0;
    double height = 0;
    for (double[] point : byFallingX) {
      if (point[1] > height) {
        area += point[0] * (point[1] - height);
        height = point[1];
      }
    }
    return area;
  }

  /** From top to bottom, the cross-section grows with each point met. */
  private static double volume(double[][] byFallingZ) {
    double volume = 0;
    double[][] section = new double[byFallingZ.length][];
    int size = 0;
    for (int i = 0; i < byFallingZ.length; i++) {
      size = insert(byFallingZ[i], section, size);
      double below = i + 1 < byFallingZ.length ? byFallingZ[i + 1][2] : 0;
      if (below < byFallingZ[i][2]) {
        volume += area(Arrays.copyOf(section, size)) * (byFallingZ[i][2] - below);
      }
    }
    return volume;
  }

  /** Inserts a point into the points of a cross-section, which are kept by falling x. */
  private static int insert(double[] point, double[][] section, int size) {
    int at = size;
    while (at > 0 && section[at - 1][0] < point[0]) {
      section[at] = section[at - 1];
      at--;
    }
    section[at] = point;
    return size + 1;
  }
}
