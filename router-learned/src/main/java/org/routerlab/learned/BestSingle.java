package org.routerlab.learned;

import org.routerlab.core.ContractException;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Paper;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;

/**
 * Sends every query to the model with the highest mean score on the training queries: the reference
 * that a router has to beat.
 *
 * <p>Ties go to the lower mean cost, then to the lower column.
 */
@Paper(
    title = "LLMRouterBench: A Massive Benchmark and Unified Framework for LLM Routing",
    url = "https://arxiv.org/abs/2601.07206",
    deviations = "The model is chosen on the training queries, as a deployed system would have to.")
@ContractException(check = "beats the best single model", reason = "it is the best single model")
@ContractException(
    check = "skips unobserved training scores",
    reason = "the check wants more than the best single model, which this is")
public record BestSingle() implements RoutingMethod {

  @Override
  public String name() {
    return "best-single";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    int best = ModelRanking.of(train.outcomes()).best();
    return (DecisionRouter) queries -> Decisions.constant(queries.size(), best);
  }
}
