package org.routerlab.eval;

/**
 * Operating points of a router, each a mean realised cost and an accuracy.
 *
 * @param costs one a point
 * @param accuracies one a point
 */
record SweepPoints(double[] costs, double[] accuracies) {

  /** Running sums may miss an accuracy that is reached by rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Points from sums of what each adds to the one before: first those of scores, then as many of
   * costs.
   *
   * @param first where they start
   * @param points how many
   * @param n the number of queries
   */
  static SweepPoints of(double[] sums, int first, int points, double n) {
    double[] costs = new double[points];
    double[] accuracies = new double[points];
    double score = 0;
    double cost = 0;
    for (int point = 0; point < points; point++) {
      score += sums[first + point];
      cost += sums[first + points + point];
      accuracies[point] = score / n;
      costs[point] = cost / n;
    }
    return new SweepPoints(costs, accuracies);
  }

  /** The points that no other is cheaper and better than. */
  Frontier frontier() {
    return Frontier.of(costs.clone(), accuracies.clone());
  }

  /** The greatest accuracy. */
  double bestAccuracy() {
    double best = Double.NEGATIVE_INFINITY;
    for (double accuracy : accuracies) {
      best = Math.max(best, accuracy);
    }
    return best;
  }

  /** The least cost of a point of at least {@code accuracy}; NaN where there is none. */
  double costOf(double accuracy) {
    double least = Double.POSITIVE_INFINITY;
    for (int point = 0; point < costs.length; point++) {
      if (accuracies[point] >= accuracy - ROUNDING) {
        least = Math.min(least, costs[point]);
      }
    }
    return least == Double.POSITIVE_INFINITY ? Double.NaN : least;
  }
}
