package org.routerlab.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
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
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.RowCascade;
import org.routerlab.learned.engine.Supermodels;
import org.routerlab.learned.engine.VerdictScale;

/**
 * Before every call, looks for the set of further models whose chance that any answer is right
 * gains most after cost, and calls the cheapest of it; stops where no set gains. A verdict replaces
 * the prediction of its answer, on a line fitted to training outcomes, and the answer of the
 * highest estimate is given.
 *
 * <p>A judge that only repeats the prediction tells nothing that a second call could use: then one
 * model is called, that of the highest prediction after cost, and this is routing.
 *
 * <p>Cost: trains one scorer; a decision looks through up to about 640 sets a call by default.
 * Money is weighed against the chance of a right answer before every call.
 *
 * @param lambda what calling the dearest model costs, in chance of a right answer; others in
 *     proportion to their mean training cost; at least 0
 * @param depth how many models may be called on a query, in [1, 8]; matters where verdicts tell
 *     more than predictions
 * @param keep how many models, those of the best single gain after cost, are looked at before a
 *     call, in [1, 16]
 * @param scorer predicts how good the answers will be
 * @param judge who judges the answers
 */
@Paper(
    title = "A Unified Approach to Routing and Cascading for LLMs",
    url = "https://arxiv.org/abs/2410.10347",
    deviations =
        "Answers are right or wrong, independently of each other given the estimates, instead of"
            + " jointly normal: the expected best of a set is then a closed form. One cost weight for"
            + " all steps is a hyper-parameter instead of being tuned to a budget, and costs are mean"
            + " training costs. By default nothing is known of an answer but what was predicted of it.")
public record CascadeRouting(double lambda, int depth, int keep, AnswerScorer scorer, Judge judge)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public CascadeRouting {
    Require.between("lambda", lambda, 0, Double.MAX_VALUE);
    Require.between("depth", depth, 1, 8);
    Require.between("keep", keep, 1, 16);
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(judge, "judge");
  }

  /** Cost weight 0.1, at most 5 of 10 models, a linear scorer. */
  public CascadeRouting() {
    this(0.1, 5, 10, new AnswerScorer(), new Judge());
  }

  @Override
  public String name() {
    return "cascade-routing";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    RoutingData sorted = columns.sort(train);
    ScoringRouter scores = scorer.fit(sorted, columns.sort(validation), context.seed());
    double[] costs = OutcomeMeans.costs(sorted.outcomes());
    double highest = DoubleStream.of(costs).max().orElse(0);
    double[] prices =
        DoubleStream.of(costs).map(cost -> highest == 0 ? 0 : lambda * (cost / highest)).toArray();
    ModelRanking ranking = ModelRanking.of(sorted.outcomes());
    Supermodels supermodels = new Supermodels(prices, ranking, keep);
    // A verdict that repeats the prediction tells nothing that a second call could use.
    int calls = judge.usesHindsight() ? depth : 1;
    VerdictScale scale = VerdictScale.fit(judge, sorted, context.seed());
    RowCascade.Rule rule =
        (predicted, call) ->
            answer(supermodels, calls, predicted, m -> scale.believe(call.applyAsDouble(m)));
    return columns.restore(new RowCascade(judge, scores, rule));
  }

  private static int answer(
      Supermodels supermodels, int calls, float[] predicted, IntToDoubleFunction callAndBelieve) {
    double[] estimates =
        IntStream.range(0, predicted.length).mapToDouble(m -> predicted[m]).toArray();
    List<Integer> called = new ArrayList<>();
    int next = supermodels.first(estimates, calls);
    while (next >= 0) {
      estimates[next] = callAndBelieve.applyAsDouble(next);
      called.add(next);
      next = supermodels.next(estimates, called, calls);
    }
    return supermodels.best(estimates, called);
  }
}
