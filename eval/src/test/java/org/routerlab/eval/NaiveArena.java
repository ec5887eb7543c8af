package org.routerlab.eval;

/** The measures of RouterArena once more, in plain loops over runs and queries. */
final class NaiveArena {

  private final NaiveRuns naive;

  NaiveArena(NaiveRuns naive) {
    this.naive = naive;
  }

  double score(boolean clamped) {
    double accuracy = 0;
    double cost = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        accuracy += naive.y[i][chosen[i]] / naive.queries / naive.choices.size();
        cost += 1000 * naive.c[i][chosen[i]] / naive.queries / naive.choices.size();
      }
    }
    if (clamped) {
      cost = cost < .0044 ? .0044 : cost > 200 ? 200 : cost;
    }
    double c = (Math.log(200) - Math.log(cost)) / (Math.log(200) - Math.log(.0044));
    if (cost == 0 || (!clamped && .1 * accuracy + c <= 0)) {
      return Double.NaN;
    }
    // As a weighted harmonic mean.
    return accuracy == 0 || c == 0 ? 0 : 1.1 / (1 / accuracy + .1 / c);
  }

  /** The cheapest model that answers in full, or −1. */
  private int optimum(int i) {
    int best = -1;
    for (int m = 0; m < naive.models; m++) {
      if (naive.y[i][m] < 1) {
        continue;
      }
      if (best < 0 || naive.c[i][m] < naive.c[i][best]) {
        best = m;
      } else if (naive.c[i][m] == naive.c[i][best] && naive.ranksBefore(m, best)) {
        best = m;
      }
    }
    return best;
  }

  /** OptSel, OptAcc and OptCost over queries with an optimum, or over those answered in full. */
  double[] optimality(boolean answeredOnly) {
    double picked = 0;
    double counted = 0;
    double score = 0;
    double optimalScore = 0;
    double cost = 0;
    double optimalCost = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        int optimum = optimum(i);
        if (optimum < 0 || (answeredOnly && naive.y[i][chosen[i]] < 1)) {
          continue;
        }
        counted++;
        picked += chosen[i] == optimum ? 1 : 0;
        score += naive.y[i][chosen[i]];
        optimalScore += naive.y[i][optimum];
        cost += naive.c[i][chosen[i]];
        optimalCost += naive.c[i][optimum];
      }
    }
    return new double[] {
      counted == 0 ? Double.NaN : picked / counted,
      counted == 0 ? Double.NaN : score / optimalScore,
      cost == 0 ? Double.NaN : optimalCost / cost
    };
  }
}
