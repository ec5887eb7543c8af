package org.routerlab.learned;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.engine.KnnCosts;
import org.routerlab.learned.engine.NeighborIndex;
import org.routerlab.learned.engine.PricedRouter;

/**
 * Predicts every model's score and, separately, its cost as means over the {@code k} training
 * queries nearest by cosine.
 *
 * <p>Where training costs are known, the predicted costs take the place of the models' mean costs
 * in the choice.
 *
 * <p>Cost: training builds an index of the training queries; a decision compares the query with all
 * of them. Money cost enters the choice as predicted for the query.
 *
 * @param k the number of neighbours for scores and costs, at least 1
 */
@Paper(
    title = "CARROT: A Cost Aware Rate Optimal Router",
    url = "https://arxiv.org/abs/2502.03261",
    deviations =
        "The number of neighbours is a hyper-parameter, chosen with all others, in place of a"
            + " cross-validation of the explained variance; it is the same for scores and costs."
            + " Costs are averaged as recorded instead of being standardised or put together from"
            + " predicted tokens. Validation queries are not trained on.")
public record CarrotKnn(int k) implements RoutingMethod {

  /** Rejects {@code k < 1}. */
  public CarrotKnn {
    Require.positive("k", k);
  }

  /** 64 neighbours. */
  public CarrotKnn() {
    this(64);
  }

  @Override
  public String name() {
    return "carrot-knn";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    NeighborIndex index = NeighborIndex.of(train, context);
    OutcomeTable outcomes = train.outcomes();
    ScoringRouter quality = queries -> index.prefixMeans(queries.embeddings(), outcomes, k).get(0);
    return PricedRouter.of(quality, new KnnCosts(k), train, context);
  }
}
