package org.routerlab.learned.engine;

import java.util.Arrays;
import org.routerlab.core.Judge;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RecordedAnswers;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * What every call on some queries would cost, bring and be judged: what the thresholds of a cascade
 * are chosen on. Every array holds a row a model, with a number for each query.
 *
 * @param scores the recorded scores; the prediction where a model was not observed
 * @param verdicts what the judge says of each answer
 * @param costs the recorded costs; the model's mean training cost where one is unknown
 */
public record JudgedOutcomes(double[][] scores, double[][] verdicts, double[][] costs) {

  /**
   * What the judge says of queries with known outcomes: of the validation queries or, where none
   * has a score, of the training queries.
   *
   * @param scorer trained on {@code train}
   */
  public static JudgedOutcomes of(
      Judge judge, ScoringRouter scorer, RoutingData train, RoutingData validation, Seed seed) {
    double[] meanCosts = OutcomeMeans.costs(train.outcomes());
    return of(
        judge, scorer, isObserved(validation.outcomes()) ? validation : train, meanCosts, seed);
  }

  private static JudgedOutcomes of(
      Judge judge, ScoringRouter scorer, RoutingData data, double[] meanCosts, Seed seed) {
    OutcomeTable outcomes = data.outcomes();
    FloatMatrix predictions = scorer.predict(data.queries());
    RecordedAnswers answers = new RecordedAnswers(judge, data.queries().queries(), outcomes, seed);
    int models = meanCosts.length;
    double[][] scores = new double[models][data.size()];
    double[][] verdicts = new double[models][data.size()];
    double[][] costs = new double[models][data.size()];
    for (int model = 0; model < models; model++) {
      for (int row = 0; row < data.size(); row++) {
        float prediction = predictions.get(row, model);
        float cost = outcomes.hasCosts() ? outcomes.cost(row, model) : Float.NaN;
        scores[model][row] =
            outcomes.isObserved(row, model) ? outcomes.score(row, model) : prediction;
        verdicts[model][row] = answers.call(row, model, prediction);
        costs[model][row] = Float.isNaN(cost) ? meanCosts[model] : cost;
      }
    }
    return new JudgedOutcomes(scores, verdicts, costs);
  }

  private static boolean isObserved(OutcomeTable outcomes) {
    return Arrays.stream(outcomes.meanScores()).anyMatch(mean -> !Double.isNaN(mean));
  }

  /** The number of queries. */
  public int size() {
    return scores[0].length;
  }
}
