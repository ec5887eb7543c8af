package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.OutcomeTable;

/** How far a small model may be behind a large one and still count as doing as well. */
public final class MatchMargin {

  private MatchMargin() {}

  /**
   * The margin with the widest spread of labels, which is largest where half of the queries are
   * within it; ties to the lower. 0 where no query has both scores.
   *
   * @param small the column of the small model
   * @param large the column of the large model
   */
  public static double of(OutcomeTable train, int small, int large) {
    double[] deficits = deficits(train, small, large);
    double margin = 0;
    double widest = -1;
    for (int i = 0; i < deficits.length; i++) {
      boolean isLast = i + 1 == deficits.length || deficits[i + 1] > deficits[i];
      double share = (i + 1.0) / deficits.length;
      if (isLast && share * (1 - share) > widest) {
        widest = share * (1 - share);
        margin = deficits[i];
      }
    }
    return margin;
  }

  /** Ascending. */
  private static double[] deficits(OutcomeTable train, int small, int large) {
    double[] deficits = new double[train.size()];
    int count = 0;
    for (int row = 0; row < train.size(); row++) {
      if (train.isObserved(row, small) && train.isObserved(row, large)) {
        double lead = (double) train.score(row, large) - train.score(row, small);
        deficits[count++] = Math.max(0, lead);
      }
    }
    double[] known = Arrays.copyOf(deficits, count);
    Arrays.sort(known);
    return known;
  }
}
