package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoublePredicate;

/** Readings of routing accuracy and oracle cost once more, in plain loops over runs and queries. */
final class NaiveReadings {

  private final NaiveRuns naive;

  NaiveReadings(NaiveRuns naive) {
    this.naive = naive;
  }

  double correct(DoublePredicate isCorrect) {
    double n = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        n += isCorrect.test(naive.y[i][chosen[i]]) ? 1 : 0;
      }
    }
    return n / naive.queries / naive.choices.size();
  }

  double correctAtQuantile() {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < naive.queries; i++) {
      for (double score : naive.y[i]) {
        all.add(score);
      }
    }
    Collections.sort(all);
    double at = .95 * (all.size() - 1);
    double low = all.get((int) Math.floor(at));
    double threshold = low + (at - Math.floor(at)) * (all.get((int) Math.ceil(at)) - low);
    return correct(y -> y >= threshold);
  }

  double bestMatch() {
    double n = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        boolean isBest = true;
        for (double other : naive.y[i]) {
          isBest &= naive.y[i][chosen[i]] >= other;
        }
        n += isBest ? 1 : 0;
      }
    }
    return n / naive.queries / naive.choices.size();
  }

  double rankedBestMatch() {
    double n = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        boolean isBest = true;
        for (int m = 0; m < naive.models; m++) {
          double ahead = naive.y[i][m] - naive.y[i][chosen[i]];
          isBest &= ahead < 0 || (ahead == 0 && !naive.ranksBefore(m, chosen[i]));
        }
        n += isBest ? 1 : 0;
      }
    }
    return n / naive.queries / naive.choices.size();
  }

  double decisiveAgreement() {
    double won = 0;
    double decisive = 0;
    for (int[] chosen : naive.choices) {
      for (int i = 0; i < naive.queries; i++) {
        for (int m = 0; m < naive.models; m++) {
          if (naive.y[i][m] != naive.y[i][chosen[i]]) {
            decisive++;
            won += naive.y[i][m] < naive.y[i][chosen[i]] ? 1 : 0;
          }
        }
      }
    }
    return decisive == 0 ? Double.NaN : won / decisive;
  }

  double oracleCost(DoublePredicate isCorrect, boolean isFreeWhereNoneIs) {
    double sum = 0;
    for (int i = 0; i < naive.queries; i++) {
      double cheapest = Double.MAX_VALUE;
      double cheapestCorrect = Double.MAX_VALUE;
      for (int m = 0; m < naive.models; m++) {
        cheapest = Math.min(cheapest, naive.c[i][m]);
        if (isCorrect.test(naive.y[i][m])) {
          cheapestCorrect = Math.min(cheapestCorrect, naive.c[i][m]);
        }
      }
      double none = isFreeWhereNoneIs ? 0 : cheapest;
      sum += cheapestCorrect == Double.MAX_VALUE ? none : cheapestCorrect;
    }
    return sum / naive.queries;
  }

  double randomBestCost() {
    double total = 0;
    for (int i = 0; i < naive.queries; i++) {
      double sum = 0;
      int n = 0;
      for (int m = 0; m < naive.models; m++) {
        if (naive.y[i][m] == naive.oracle(i)) {
          sum += naive.c[i][m];
          n++;
        }
      }
      total += sum / n;
    }
    return total / naive.queries;
  }
}
