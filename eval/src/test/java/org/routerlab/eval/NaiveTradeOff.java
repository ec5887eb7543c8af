package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fronts and hypervolumes once more, in plain loops and by inclusion and exclusion. */
final class NaiveTradeOff {

  private NaiveTradeOff() {}

  /**
   * Means of accuracy, cost and latency where given, of each model and then of each router.
   *
   * @param weights how often each complete row counts
   */
  static List<double[]> points(
      TestSet test, List<RouterRuns> routers, boolean costs, float[][] latency, int[] weights) {
    List<double[]> points = new ArrayList<>();
    int objectives = 1 + (costs ? 1 : 0) + (latency != null ? 1 : 0);
    for (int m = 0; m < test.pool().size() + routers.size(); m++) {
      double[] sums = new double[objectives];
      double n = 0;
      for (int i = 0; i < test.size(); i++) {
        int[] chosen = {m};
        if (m >= test.pool().size()) {
          List<Evaluation> seeds = routers.get(m - test.pool().size()).seeds();
          chosen = new int[seeds.size()];
          for (int s = 0; s < chosen.length; s++) {
            chosen[s] = seeds.get(s).selection().decisions().model(i);
          }
        }
        double[] mean = new double[objectives];
        for (int model : chosen) {
          mean[0] += test.score(i, model);
          if (costs) {
            mean[1] += test.cost(i, model);
          }
          if (latency != null) {
            mean[objectives - 1] += latency[test.givenRows()[i]][model];
          }
        }
        for (int o = 0; o < objectives; o++) {
          sums[o] += weights[i] * (mean[o] / chosen.length);
        }
        n += weights[i];
      }
      for (int o = 0; o < objectives; o++) {
        sums[o] /= n;
      }
      points.add(sums);
    }
    return points;
  }

  static boolean isNonDominated(List<double[]> points, int point) {
    for (double[] other : points) {
      boolean worse = other[0] < points.get(point)[0];
      boolean better = other[0] > points.get(point)[0];
      for (int o = 1; o < other.length; o++) {
        worse |= other[o] > points.get(point)[o];
        better |= other[o] < points.get(point)[o];
      }
      if (better && !worse) {
        return false;
      }
    }
    return true;
  }

  /** Worst and ideal of each objective. */
  static double[][] frame(TestSet test, boolean costs, float[][] latency) {
    int[] once = new int[test.size()];
    Arrays.fill(once, 1);
    List<double[]> singles = points(test, List.of(), costs, latency, once);
    int objectives = singles.get(0).length;
    double[][] frame = new double[objectives][];
    for (int o = 0; o < objectives; o++) {
      double worst = singles.get(0)[o];
      for (double[] single : singles) {
        worst = o == 0 ? Math.min(worst, single[o]) : Math.max(worst, single[o]);
      }
      double ideal = 0;
      for (int i = 0; i < test.size(); i++) {
        double best = o == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int m = 0; m < test.pool().size(); m++) {
          if (o == 0) {
            best = Math.max(best, test.score(i, m));
          } else if (o == 1 && costs) {
            best = Math.min(best, test.cost(i, m));
          } else {
            best = Math.min(best, latency[test.givenRows()[i]][m]);
          }
        }
        ideal += best;
      }
      frame[o] = new double[] {worst, ideal / test.size()};
    }
    return frame;
  }

  /** The volume of a union of boxes: of each, less that of every two, plus that of every three. */
  static double volume(List<double[]> boxes) {
    double volume = 0;
    for (int subset = 1; subset < 1 << boxes.size(); subset++) {
      double product = 1;
      for (int o = 0; o < boxes.get(0).length; o++) {
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b < boxes.size(); b++) {
          least = (subset >> b & 1) == 1 ? Math.min(least, boxes.get(b)[o]) : least;
        }
        product *= least;
      }
      volume += Integer.bitCount(subset) % 2 == 1 ? product : -product;
    }
    return volume;
  }

  static double volume(List<double[]> points, double[][] frame, int except) {
    List<double[]> others = new ArrayList<>();
    for (int p = 0; p < points.size(); p++) {
      if (p != except) {
        others.add(points.get(p));
      }
    }
    List<double[]> boxes = new ArrayList<>();
    for (int p = 0; p < others.size(); p++) {
      double[] box = new double[frame.length];
      for (int o = 0; o < frame.length; o++) {
        double width = frame[o][1] - frame[o][0];
        if (width == 0) {
          return Double.NaN;
        }
        box[o] = (others.get(p)[o] - frame[o][0]) / width;
        box[o] = box[o] < 0 ? 0 : box[o] > 1 ? 1 : box[o];
      }
      if (isNonDominated(others, p)) {
        boxes.add(box);
      }
    }
    return boxes.isEmpty() ? 0 : volume(boxes);
  }
}
