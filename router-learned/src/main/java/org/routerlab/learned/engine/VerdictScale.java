package org.routerlab.learned.engine;

import java.util.List;
import org.routerlab.core.Judge;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;

/**
 * What to believe of an answer after its verdict: offset + slope × verdict, within [0, 1].
 *
 * @param offset what is believed at a verdict of 0
 * @param slope what each verdict adds
 */
public record VerdictScale(double offset, double slope) {

  /** Verdicts are believed as they are. */
  public static final VerdictScale IDENTITY = new VerdictScale(0, 1);

  /**
   * The least squares line of the recorded scores over the verdicts on them; verdicts of a judge
   * that looks at no answer are predictions and stay as they are.
   */
  public static VerdictScale fit(Judge judge, RoutingData data, Seed seed) {
    if (!judge.usesHindsight()) {
      return IDENTITY;
    }
    OutcomeTable outcomes = data.outcomes();
    List<Query> queries = data.queries().queries();
    RecordedAnswers answers = new RecordedAnswers(judge, queries, outcomes, seed);
    double n = 0;
    double verdicts = 0;
    double squares = 0;
    double scores = 0;
    double products = 0;
    for (int row = 0; row < data.size(); row++) {
      for (int model = 0; model < outcomes.pool().size(); model++) {
        if (outcomes.isObserved(row, model)) {
          double score = outcomes.score(row, model);
          double verdict = answers.call(row, model, Double.NaN);
          n++;
          verdicts += verdict;
          squares += verdict * verdict;
          scores += score;
          products += verdict * score;
        }
      }
    }
    double variance = n * squares - verdicts * verdicts;
    if (!(variance > 0)) {
      return IDENTITY;
    }
    double slope = (n * products - verdicts * scores) / variance;
    return new VerdictScale((scores - slope * verdicts) / n, slope);
  }

  /** The chance that an answer is right, given the verdict on it. */
  public double believe(double verdict) {
    return Math.max(0, Math.min(1, offset + slope * verdict));
  }
}
