package org.routerlab.learned;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.routerlab.core.ContractException;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.AnswerScorer;
import org.routerlab.learned.engine.Escalation;
import org.routerlab.learned.engine.JudgedOutcomes;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.RowCascade;

/**
 * Asks the cheapest model first and the best single model after it, where the verdict on the cheap
 * answer lies in a range: a poor answer can be improved and, with two thresholds, a hopeless one is
 * left alone. The range brings the greatest gain of accuracy for the money it adds.
 *
 * <p>Cost: trains one scorer and tries each range once; a decision costs one prediction. Money
 * decides the range; where costs are unknown, or the better model does not earn its price, the
 * range of the highest accuracy is taken.
 *
 * @param policy which ranges are tried
 * @param bins how finely a threshold may divide [0, 1], at least 2
 * @param leastShare the least share of queries that a range must pass on to be compared by gain for
 *     money, in [0, 1]: with very few that ratio is chance
 * @param scorer predicts how good the answers will be
 * @param judge who judges the answers; judging costs nothing here
 */
@Paper(
    title = "AutoMix: Automatically Mixing Language Models",
    url = "https://arxiv.org/abs/2310.12963",
    deviations =
        "Instead of the small model verifying its own answer, the judge gives the verdict, at no"
            + " cost; by default it is predicted from the query. Ranges are chosen by recorded costs"
            + " on validation queries; those that pass on almost nothing are left out. The policies"
            + " of three thresholds and of a decision process are left out.")
@ContractException(
    check = "beats the best single model",
    reason = "it chooses between two models, for the gain of accuracy a cost unit buys")
@ContractException(
    check = "skips unobserved training scores",
    reason =
        "it chooses between two models; the check asks for more than the better one's accuracy")
public record AutoMix(Policy policy, int bins, double leastShare, AnswerScorer scorer, Judge judge)
    implements RoutingMethod {

  /** Which verdicts send a query on to the better model. */
  public enum Policy {
    /** Those up to a threshold. */
    THRESHOLD,
    /** Those between two thresholds. */
    DOUBLE_THRESHOLD
  }

  /** Rejects values out of range. */
  public AutoMix {
    Objects.requireNonNull(policy, "policy");
    Require.between("bins", bins, 2, 1000);
    Require.between("leastShare", leastShare, 0, 1);
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(judge, "judge");
  }

  /** Both ends of the range are tried at eighths, at least 5 % of the queries in it. */
  public AutoMix() {
    this(Policy.DOUBLE_THRESHOLD, 8, 0.05, new AnswerScorer(), new Judge());
  }

  @Override
  public String name() {
    return "automix";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    RoutingData sorted = columns.sort(train);
    RoutingData sortedValidation = columns.sort(validation);
    ScoringRouter scores = scorer.fit(sorted, sortedValidation, context.seed());
    JudgedOutcomes outcomes =
        JudgedOutcomes.of(judge, scores, sorted, sortedValidation, context.seed());
    int large = ModelRanking.of(sorted.outcomes()).best();
    int small = small(sorted.outcomes());
    int lows = policy == Policy.THRESHOLD ? 0 : bins;
    Escalation escalation = Escalation.best(outcomes, small, large, lows, bins, leastShare);
    RowCascade.Rule rule =
        (predicted, call) -> {
          boolean passesOn = escalation.passesOn(call.applyAsDouble(small));
          if (!passesOn || small == large) {
            return small;
          }
          call.applyAsDouble(large);
          return large;
        };
    return columns.restore(new RowCascade(judge, scores, rule));
  }

  /** The cheapest model, of equal ones the best; without costs the second best model. */
  private static int small(OutcomeTable train) {
    ModelRanking ranking = ModelRanking.of(train);
    double[] costs = OutcomeMeans.costs(train);
    if (IntStream.range(0, costs.length).allMatch(model -> costs[model] == 0)) {
      return ranking.model(Math.min(1, ranking.size() - 1));
    }
    return IntStream.range(0, costs.length)
        .mapToObj(ranking::model)
        .min(Comparator.comparingDouble(model -> costs[model]))
        .orElseThrow();
  }
}
