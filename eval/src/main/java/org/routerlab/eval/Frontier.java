package org.routerlab.eval;

import java.util.Arrays;

/** The non-dominated points of a cost-accuracy curve: cost and accuracy both strictly ascend. */
final class Frontier {

  /** How accuracy runs between two points. */
  enum Interpolation {
    /** Straight: what drawing between two operating points at random attains. */
    LINEAR,
    /** At the value of the cheaper point: what the points alone attain. */
    STEP
  }

  private final double[] costs;
  private final double[] scores;

  private Frontier(double[] costs, double[] scores) {
    this.costs = costs;
    this.scores = scores;
  }

  /** The non-dominated of the given points, in any order; the arrays are given up. */
  static Frontier of(double[] costs, double[] scores) {
    sort(costs, scores);
    int kept = 0;
    for (int i = 0; i < costs.length; i++) {
      if (kept == 0 || scores[i] > scores[kept - 1]) {
        costs[kept] = costs[i];
        scores[kept++] = scores[i];
      }
    }
    return new Frontier(Arrays.copyOf(costs, kept), Arrays.copyOf(scores, kept));
  }

  /** Sorts by cost, then by falling score; fast on curves, which come nearly in order. */
  private static void sort(double[] costs, double[] scores) {
    for (int i = 1; i < costs.length; i++) {
      double cost = costs[i];
      double score = scores[i];
      int at = i;
      while (at > 0
          && (costs[at - 1] > cost || (costs[at - 1] == cost && scores[at - 1] < score))) {
        costs[at] = costs[at - 1];
        scores[at] = scores[at - 1];
        at--;
      }
      costs[at] = cost;
      scores[at] = score;
    }
  }

  /** This frontier with one more point, cheaper than or as cheap as all others. */
  Frontier from(double cost, double score) {
    double[] moreCosts = Arrays.copyOf(costs, costs.length + 1);
    double[] moreScores = Arrays.copyOf(scores, scores.length + 1);
    // Rounding may put a point just below the least cost there is.
    Arrays.setAll(moreCosts, i -> Math.max(cost, moreCosts[i]));
    moreCosts[costs.length] = cost;
    moreScores[scores.length] = score;
    return of(moreCosts, moreScores);
  }

  /** The points that no mixture of two others beats: accuracy grows ever more slowly with cost. */
  Frontier hull() {
    double[] hullCosts = new double[costs.length];
    double[] hullScores = new double[costs.length];
    int kept = 0;
    for (int i = 0; i < costs.length; i++) {
      while (kept > 1
          && (hullScores[kept - 1] - hullScores[kept - 2]) * (costs[i] - hullCosts[kept - 1])
              <= (scores[i] - hullScores[kept - 1]) * (hullCosts[kept - 1] - hullCosts[kept - 2])) {
        kept--;
      }
      hullCosts[kept] = costs[i];
      hullScores[kept++] = scores[i];
    }
    return new Frontier(Arrays.copyOf(hullCosts, kept), Arrays.copyOf(hullScores, kept));
  }

  /** The area from the first point to cost {@code high}, the last accuracy carried on. */
  double area(double high, Interpolation interpolation) {
    return area(costs[0], high, interpolation);
  }

  /** The area from {@code low} to {@code high}, the first and the last accuracy carried on. */
  double area(double low, double high, Interpolation interpolation) {
    double area = Math.max(0, Math.min(high, costs[0]) - low) * scores[0];
    for (int i = 0; i < costs.length; i++) {
      boolean last = i == costs.length - 1;
      double from = Math.max(low, costs[i]);
      double to = last ? high : Math.min(high, costs[i + 1]);
      if (to > from) {
        boolean flat = last || interpolation == Interpolation.STEP;
        // A straight piece has the area of its middle.
        area += (to - from) * (flat ? scores[i] : between(i, (from + to) / 2));
      }
    }
    return area;
  }

  /** The accuracy at {@code cost} on straight lines, the first and the last carried on. */
  double at(double cost) {
    int next = 0;
    while (next < costs.length && costs[next] <= cost) {
      next++;
    }
    if (next == 0 || next == costs.length) {
      return scores[Math.max(0, next - 1)];
    }
    return between(next - 1, cost);
  }

  /** The accuracy on the line from point {@code i} to the next. */
  private double between(int i, double cost) {
    double share = (cost - costs[i]) / (costs[i + 1] - costs[i]);
    return scores[i] + share * (scores[i + 1] - scores[i]);
  }

  /** The least cost of any point. */
  double leastCost() {
    return costs[0];
  }

  /** The greatest cost of any point. */
  double greatestCost() {
    return costs[costs.length - 1];
  }

  /** The accuracy of the cheapest point. */
  double leastScore() {
    return scores[0];
  }

  /** The least cost at which accuracy reaches {@code target}; infinite where it never does. */
  double costOf(double target, Interpolation interpolation) {
    for (int i = 0; i < costs.length; i++) {
      if (scores[i] >= target) {
        if (i == 0 || interpolation == Interpolation.STEP) {
          return costs[i];
        }
        double share = (target - scores[i - 1]) / (scores[i] - scores[i - 1]);
        return costs[i - 1] + share * (costs[i] - costs[i - 1]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  double[] costs() {
    return costs.clone();
  }

  double[] scores() {
    return scores.clone();
  }
}
