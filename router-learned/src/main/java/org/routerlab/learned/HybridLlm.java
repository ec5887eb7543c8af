package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.routerlab.core.ContractException;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.MatchHeads;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.CostOrder;
import org.routerlab.learned.engine.MatchMargin;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Sends a query to a small model where that one probably does as well as a large one.
 *
 * <p>The large model is the best single model. All other models are left out, so that accuracy is
 * bounded by what the two can do together.
 *
 * <p>Cost: training is that of a network with one output, a decision one pass through it. Money
 * enters by the choice of the small model only: the cheapest by mean cost or, where no costs are
 * known, the one with the lowest mean score. Where that is the large one, nothing is routed.
 *
 * @param pair which model is the small one
 * @param label what counts as doing as well
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear head
 * @param training how to train
 */
@Paper(
    title = "Hybrid LLM: Cost-Efficient and Quality-Aware Query Routing",
    url = "https://arxiv.org/abs/2404.14618",
    deviations =
        "One recorded answer a model in place of several samples; a score between 0 and 1 is taken"
            + " as the chance of a correct one. The threshold is set to the highest validation"
            + " accuracy, equal ones to the one that asks the small model more often. The small model"
            + " may also be the second best.")
@ContractException(
    check = "beats the best single model",
    reason = "It chooses between two models, and a matching label is not a better one.")
@ContractException(
    check = "skips unobserved training scores",
    reason = "It chooses between two models, and a matching label is not a better one.")
public record HybridLlm(Pair pair, Label label, List<Integer> hidden, Training training)
    implements RoutingMethod {

  /** Which model stands beside the best single model. */
  public enum Pair {
    /** The cheapest model. */
    CHEAPEST,
    /** The second best model by training mean. */
    SECOND_BEST
  }

  /** The target of the head, from the scores of the small and the large model. */
  public enum Label {
    /** 1 where the small model scores no less, else 0. */
    DET,
    /** The chance that a small answer is correct or a large one wrong. */
    PROB,
    /**
     * 1 where the small model is behind by no more than the margin that halves the queries best.
     */
    TRANS
  }

  /** Rejects nulls and empty layers. */
  public HybridLlm {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(label, "label");
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
  }

  /** The cheapest and the best single model, deterministic labels, a hidden layer of 256. */
  public HybridLlm() {
    this(
        Pair.CHEAPEST,
        Label.DET,
        List.of(256),
        new Training(30, 512, 1e-3, 1e-4, 8, 2, 1.0, true, Checkpoint.BEST_BCE));
  }

  @Override
  public String name() {
    return "hybrid-llm";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder order = PoolOrder.of(train.pool());
    RoutingData sorted = order.sort(train);
    ModelRanking ranking = ModelRanking.of(sorted.outcomes());
    int large = ranking.best();
    int small =
        pair == Pair.CHEAPEST || ranking.size() == 1
            ? CostOrder.cheapestFirst(sorted.outcomes())[0]
            : ranking.model(1);
    int[] candidates = small == large ? new int[0] : new int[] {small};
    DecisionRouter router =
        new MatchHeads(hidden, training, target(sorted.outcomes(), small, large))
            .fit(sorted, order.sort(validation), candidates, large, context.seed());
    return order.restoreChoices(router);
  }

  private DoubleBinaryOperator target(OutcomeTable train, int small, int large) {
    return switch (label) {
      case DET -> (s, l) -> s >= l ? 1 : 0;
      case PROB -> (s, l) -> 1 - (1 - s) * l;
      case TRANS -> {
        double margin = MatchMargin.of(train, small, large);
        yield (s, l) -> l - s <= margin ? 1 : 0;
      }
    };
  }
}
