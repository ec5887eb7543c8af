package org.routerlab.eval;

/**
 * On how many queries one router scores more than another, the same, and less.
 *
 * <p>Of several runs each number is the mean over all pairs of a run of the one and a run of the
 * other, so that it need not be whole. A router that draws a model counts with its expected score.
 * The three add up to the number of queries.
 *
 * @param wins queries on which the first scores more
 * @param ties queries on which both score the same
 * @param losses queries on which the first scores less
 */
public record WinTieLoss(double wins, double ties, double losses) {

  /**
   * Counts on the complete rows.
   *
   * @throws IllegalArgumentException where the two are on different test sets
   */
  public static WinTieLoss of(RouterRuns first, RouterRuns second) {
    if (first.test() != second.test()) {
      throw new IllegalArgumentException(
          "wins and losses need one test set but "
              + first.router()
              + " and "
              + second.router()
              + " are on two");
    }
    long wins = 0;
    long losses = 0;
    for (Evaluation one : first.seeds()) {
      double[] scores = AccuracyMetrics.scores(one);
      for (Evaluation other : second.seeds()) {
        double[] otherScores = AccuracyMetrics.scores(other);
        for (int row = 0; row < scores.length; row++) {
          wins += scores[row] > otherScores[row] ? 1 : 0;
          losses += scores[row] < otherScores[row] ? 1 : 0;
        }
      }
    }
    double pairs = first.seeds().size() * (double) second.seeds().size();
    double ties = first.test().size() - (wins + losses) / pairs;
    return new WinTieLoss(wins / pairs, ties, losses / pairs);
  }
}
