package org.routerlab.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.AnswerScorer;
import org.routerlab.learned.engine.CascadeSearch;
import org.routerlab.learned.engine.JudgedOutcomes;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.RowCascade;

/**
 * Calls the models of a short list in turn until the verdict on an answer reaches the model's
 * threshold; the last answer is always taken. List and thresholds are those of the highest accuracy
 * on validation queries or, without any, on training queries; equal ones go to the lower cost.
 *
 * <p>Cost: the search tries every list of the kept models; a decision costs one prediction. Money
 * enters twice: every call is paid, and the budget bounds the mean cost a query in choosing.
 *
 * @param depth the longest list, in [1, 4]
 * @param keep how many models may stand in a list, at least 1: those of the highest training mean,
 *     and in the last place the cheapest
 * @param quantiles how many thresholds are tried for each place of a list, at least 2
 * @param budget the highest mean cost of a query in choosing, in the unit of the costs; 0 for none
 * @param scorer predicts how good the answers will be
 * @param judge who judges the answers
 */
@Paper(
    title =
        "FrugalGPT: How to Use Large Language Models While Reducing Cost and Improving Performance",
    url = "https://arxiv.org/abs/2305.05176",
    deviations =
        "Answer texts are not recorded, so the scorer reads the query alone; other judges show what"
            + " reading answers could bring. Thresholds are quantiles of the queries that get so far,"
            + " free of each other and without a polish afterwards. They are chosen on validation"
            + " queries, since predictions of training queries are too sure. Every query is answered:"
            + " none is left out of accuracy and cost.")
public record FrugalGpt(
    int depth, int keep, int quantiles, double budget, AnswerScorer scorer, Judge judge)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public FrugalGpt {
    Require.between("depth", depth, 1, 4);
    Require.positive("keep", keep);
    Require.between("quantiles", quantiles, 2, 1000);
    Require.between("budget", budget, 0, Double.MAX_VALUE);
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(judge, "judge");
  }

  /** At most 3 of 8 models, 40 thresholds, no budget, a linear scorer. */
  public FrugalGpt() {
    this(3, 8, 40, 0, new AnswerScorer(), new Judge());
  }

  @Override
  public String name() {
    return "frugal-gpt";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    RoutingData sorted = columns.sort(train);
    RoutingData sortedValidation = columns.sort(validation);
    ScoringRouter scores = scorer.fit(sorted, sortedValidation, context.seed());
    JudgedOutcomes outcomes =
        JudgedOutcomes.of(judge, scores, sorted, sortedValidation, context.seed());
    double most = budget == 0 ? Double.POSITIVE_INFINITY : budget;
    CascadeSearch.Plan plan =
        CascadeSearch.best(outcomes, candidates(sorted), depth, quantiles, most);
    RowCascade.Rule rule =
        (predicted, call) -> {
          int place = 0;
          while (call.applyAsDouble(plan.models().get(place)) < plan.thresholds().get(place)) {
            place++;
          }
          return plan.models().get(place);
        };
    return columns.restore(new RowCascade(judge, scores, rule));
  }

  private List<Integer> candidates(RoutingData train) {
    ModelRanking ranking = ModelRanking.of(train.outcomes());
    List<Integer> all = IntStream.range(0, ranking.size()).mapToObj(ranking::model).toList();
    if (keep == 1 || keep >= all.size()) {
      return all.subList(0, Math.min(keep, all.size()));
    }
    double[] costs = OutcomeMeans.costs(train.outcomes());
    List<Integer> kept = new ArrayList<>(all.subList(0, keep - 1));
    all.stream()
        .min(Comparator.comparingDouble(model -> costs[model]))
        .filter(cheapest -> !kept.contains(cheapest))
        .ifPresentOrElse(kept::add, () -> kept.add(all.get(keep - 1)));
    return kept;
  }
}
