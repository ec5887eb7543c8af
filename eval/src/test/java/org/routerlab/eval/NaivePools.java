package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** Parts of a pool once more: every subset as bits, values in plain loops. */
final class NaivePools {

  private final OutcomeTable outcomes;
  private final List<FloatMatrix> predictions;
  private final TestSet test;

  /** Values are by {@code outcomes}; by the oracle without predictions, else routed. */
  NaivePools(TestSet test, OutcomeTable outcomes, List<FloatMatrix> predictions) {
    this.test = test;
    this.outcomes = outcomes;
    this.predictions = predictions;
  }

  double value(int bits) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      boolean complete = true;
      for (int m = 0; m < outcomes.pool().size(); m++) {
        complete &= !Float.isNaN(outcomes.score(i, m));
      }
      if (complete) {
        n++;
        sum += predictions.isEmpty() ? oracle(i, bits) : routed(i, bits);
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  private double oracle(int i, int bits) {
    double best = 0;
    for (int m = 0; m < outcomes.pool().size(); m++) {
      if ((bits >> m & 1) == 1 && outcomes.score(i, m) > best) {
        best = outcomes.score(i, m);
      }
    }
    return best;
  }

  private double routed(int i, int bits) {
    double sum = 0;
    for (FloatMatrix p : predictions) {
      int chosen = -1;
      for (int rank = 0; rank < outcomes.pool().size(); rank++) {
        int m = test.ranking().model(rank);
        if ((bits >> m & 1) == 1 && (chosen < 0 || p.get(i, m) > p.get(i, chosen))) {
          chosen = m;
        }
      }
      sum += outcomes.score(i, chosen);
    }
    return sum / predictions.size();
  }

  /** The names of the best pool by brute force; of equal ones the first by ranks. */
  List<String> best(int size) {
    List<Integer> best = null;
    double highest = Double.NaN;
    for (int bits = 1; bits < 1 << outcomes.pool().size(); bits++) {
      if (Integer.bitCount(bits) != size) {
        continue;
      }
      List<Integer> ranks = new ArrayList<>();
      for (int rank = 0; rank < outcomes.pool().size(); rank++) {
        if ((bits >> test.ranking().model(rank) & 1) == 1) {
          ranks.add(rank);
        }
      }
      double value = value(bits);
      boolean first = best == null || isBefore(ranks, best);
      if (best == null || value > highest || (!(value < highest) && first)) {
        best = ranks;
        highest = value;
      }
    }
    return best.stream().map(rank -> outcomes.pool().name(test.ranking().model(rank))).toList();
  }

  private static boolean isBefore(List<Integer> ranks, List<Integer> others) {
    for (int i = 0; i < ranks.size(); i++) {
      if (!ranks.get(i).equals(others.get(i))) {
        return ranks.get(i) < others.get(i);
      }
    }
    return false;
  }

  List<String> greedy(int size) {
    List<String> names = new ArrayList<>();
    int bits = 0;
    while (names.size() < size) {
      int best = -1;
      double highest = Double.NaN;
      for (int rank = 0; rank < outcomes.pool().size(); rank++) {
        int m = test.ranking().model(rank);
        if ((bits >> m & 1) == 0) {
          double value = value(bits | 1 << m);
          if (best < 0 || value > highest) {
            best = m;
            highest = value;
          }
        }
      }
      bits |= 1 << best;
      names.add(outcomes.pool().name(best));
    }
    return names;
  }
}
