package org.routerlab.learned;

import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.ContractException;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.MatchHeads;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.CostOrder;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Sends a query to the cheapest model that probably does as well as the best single model, and to
 * that one where none does.
 *
 * <p>One network predicts for every other model whether it scores no less than the best single
 * model.
 *
 * <p>Cost: training is that of a network with an output for each other model, a decision one pass
 * through it. Money enters by the order in which models are considered: by mean cost or, where no
 * costs are known, the lowest mean score first.
 *
 * @param hidden the widths of the hidden layers, each at least 1; none for linear heads
 * @param training how to train
 */
@Paper(
    title = "BEST-Route: Adaptive LLM Routing with Test-Time Optimal Compute",
    url = "https://arxiv.org/abs/2506.22716",
    deviations =
        "One recorded answer a model, without sampling a cheap model several times. The heads share"
            + " hidden layers. The last resort is the best single model instead of the largest, and"
            + " the threshold is set to the highest validation accuracy, equal ones to the one that"
            + " asks cheaper models more often.")
@ContractException(
    check = "beats the best single model",
    reason =
        "It looks for a cheaper answer that is as good; on the task of the check that gains less"
            + " than the check wants.")
@ContractException(
    check = "skips unobserved training scores",
    reason =
        "It looks for a cheaper answer that is as good; on the task of the check that gains less"
            + " than the check wants.")
public record HybridLlmChain(List<Integer> hidden, Training training) implements RoutingMethod {

  /** Rejects empty layers. */
  public HybridLlmChain {
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
  }

  /** A hidden layer of 256. */
  public HybridLlmChain() {
    this(List.of(256), new Training(30, 512, 1e-3, 1e-4, 8, 2, 1.0, true, Checkpoint.BEST_BCE));
  }

  @Override
  public String name() {
    return "hybrid-llm-chain";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder order = PoolOrder.of(train.pool());
    RoutingData sorted = order.sort(train);
    int best = ModelRanking.of(sorted.outcomes()).best();
    int[] others =
        IntStream.of(CostOrder.cheapestFirst(sorted.outcomes())).filter(m -> m != best).toArray();
    DecisionRouter router =
        new MatchHeads(hidden, training, (score, ofBest) -> score >= ofBest ? 1 : 0)
            .fit(sorted, order.sort(validation), others, best, context.seed());
    return order.restoreChoices(router);
  }
}
