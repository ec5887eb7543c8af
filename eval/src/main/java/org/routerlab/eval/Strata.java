package org.routerlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sorts test queries into hard, easy and unsolvable ones, and by dataset. */
final class Strata {

  private enum Stratum {
    HARD,
    EASY,
    UNSOLVABLE
  }

  private Strata() {}

  static List<QuerySubset> subsets(TestSet test) {
    List<QuerySubset> subsets = new ArrayList<>();
    for (Stratum stratum : Stratum.values()) {
      String name = stratum.name().toLowerCase(Locale.ROOT);
      subsets.add(QuerySubset.of(name, test.size(), row -> stratum(test, row) == stratum));
    }
    for (String dataset : test.datasets()) {
      subsets.add(test.subset("dataset/" + dataset, query -> query.dataset().equals(dataset)));
    }
    return List.copyOf(subsets);
  }

  private static Stratum stratum(TestSet test, int row) {
    int models = test.pool().size();
    int correct = 0;
    for (int model = 0; model < models; model++) {
      correct += test.isCorrect(row, model) ? 1 : 0;
    }
    if (correct == 0) {
      return Stratum.UNSOLVABLE;
    }
    boolean few = correct <= Math.max(8, (models + 1) / 2);
    boolean topWrong = !test.isCorrect(row, test.ranking().best());
    return correct == 1 || (few && topWrong) ? Stratum.HARD : Stratum.EASY;
  }
}
