package org.routerlab.learned.engine;

/**
 * The range of verdicts on a small model's answer that sends a query on to a large one; its ends
 * belong to it. A verdict outside [0, 1] counts as the nearer end.
 *
 * @param low the least verdict that is sent on
 * @param high the greatest
 */
public record Escalation(double low, double high) {

  private static final Escalation NEVER = new Escalation(2, 2);

  /** What a range brings: the mean score, the mean cost, and the share of queries it sends on. */
  private record Figures(double score, double cost, double share) {}

  /** Whether a query with this verdict is sent on. */
  public boolean passesOn(double verdict) {
    double inside = Math.max(0, Math.min(1, verdict));
    return inside >= low && inside <= high;
  }

  /**
   * The range with the greatest gain of score for the cost it adds. Where the large model is no
   * dearer, or no better for its price, and where no range gains anything, that of the highest
   * score. Equal ones go to the lower cost.
   *
   * @param lows how many multiples of 1 / bins above 0 are tried as the low end
   * @param bins how finely [0, 1] is divided
   * @param leastShare the least share a range must send on to be compared by gain for cost
   */
  public static Escalation best(
      JudgedOutcomes outcomes, int small, int large, int lows, int bins, double leastShare) {
    Figures none = NEVER.figures(outcomes, small, large);
    double dearer = mean(outcomes.costs()[large]) - none.cost;
    boolean byMoney = dearer > 0 && mean(outcomes.scores()[large]) > none.score;
    Escalation byGain = null;
    Escalation byScore = NEVER;
    Figures ofGain = none;
    Figures ofScore = none;
    for (int i = 0; i <= lows; i++) {
      for (int j = i; j <= bins; j++) {
        Escalation tried = new Escalation(i / (double) bins, j / (double) bins);
        Figures found = tried.figures(outcomes, small, large);
        if (isHigher(found.score, ofScore.score, found, ofScore)) {
          byScore = tried;
          ofScore = found;
        }
        double gain = gain(found, none);
        boolean isCompared = gain > 0 && found.share >= leastShare;
        if (isCompared && (byGain == null || isHigher(gain, gain(ofGain, none), found, ofGain))) {
          byGain = tried;
          ofGain = found;
        }
      }
    }
    return byMoney && byGain != null ? byGain : byScore;
  }

  private static boolean isHigher(double value, double best, Figures found, Figures ofBest) {
    return value > best || (value == best && found.cost < ofBest.cost);
  }

  /** Score gained for cost added; 0 where no cost was added. */
  private static double gain(Figures found, Figures none) {
    return found.cost > none.cost ? (found.score - none.score) / (found.cost - none.cost) : 0;
  }

  private Figures figures(JudgedOutcomes outcomes, int small, int large) {
    double score = 0;
    double cost = 0;
    double sent = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      boolean passesOn = passesOn(outcomes.verdicts()[small][row]);
      score += outcomes.scores()[passesOn ? large : small][row];
      cost += outcomes.costs()[small][row] + (passesOn ? outcomes.costs()[large][row] : 0);
      sent += passesOn ? 1 : 0;
    }
    double n = outcomes.size();
    return new Figures(score / n, cost / n, sent / n);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
