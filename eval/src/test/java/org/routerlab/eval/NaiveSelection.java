package org.routerlab.eval;

import java.util.function.IntPredicate;

/** Selection histograms and their distances once more, in plain loops over choices. */
final class NaiveSelection {

  private final TestSet test;
  private final RouterRuns runs;

  NaiveSelection(TestSet test, RouterRuns runs) {
    this.test = test;
    this.runs = runs;
  }

  private int right(int i) {
    int right = 0;
    for (int m = 0; m < test.pool().size(); m++) {
      right += test.score(i, m) >= .5 ? 1 : 0;
    }
    return right;
  }

  boolean isSolvable(int i) {
    return right(i) >= 1;
  }

  boolean isHard(int i) {
    int k = test.pool().size();
    int bound = Math.max(8, k / 2 + k % 2);
    boolean topWrong = test.score(i, test.ranking().best()) < .5;
    return right(i) == 1 || (right(i) > 1 && right(i) <= bound && topWrong);
  }

  double[] chosen(IntPredicate queries) {
    double[] shares = new double[test.pool().size()];
    int n = 0;
    for (int i = 0; i < test.size(); i++) {
      if (queries.test(i)) {
        for (Evaluation run : runs.seeds()) {
          shares[run.selection().decisions().model(i)]++;
          n++;
        }
      }
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] /= n;
    }
    return shares;
  }

  double[] truth(IntPredicate queries) {
    double[] shares = new double[test.pool().size()];
    int n = 0;
    for (int i = 0; i < test.size(); i++) {
      if (queries.test(i)) {
        n++;
        for (int m = 0; m < shares.length; m++) {
          shares[m] += test.score(i, m) >= .5 ? 1.0 / right(i) : 0;
        }
      }
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] /= n;
    }
    return shares;
  }

  /** What one distribution has more than another, which is half of all differences. */
  static double distance(double[] a, double[] b) {
    double more = 0;
    for (int m = 0; m < a.length; m++) {
      if (Double.isNaN(a[m]) || Double.isNaN(b[m])) {
        return Double.NaN;
      }
      more += Math.max(0, a[m] - b[m]);
    }
    return more;
  }
}
