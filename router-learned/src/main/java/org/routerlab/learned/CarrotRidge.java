package org.routerlab.learned;

import java.util.function.UnaryOperator;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.PerModelRegression;
import org.routerlab.learned.engine.PricedRouter;
import org.routerlab.learned.engine.RidgeCosts;
import org.routerlab.learned.engine.RidgeRegression;
import org.routerlab.learned.engine.UnitInterval;

/**
 * Predicts every model's score and, separately, the logarithm of its cost by ridge regression on
 * the embedding.
 *
 * <p>Where training costs are known, the predicted costs take the place of the models' mean costs
 * in the choice.
 *
 * <p>Cost: training is one decomposition of a dimensions × dimensions matrix for all models, a
 * decision two dot products a model. Money cost enters the choice as predicted for the query.
 *
 * @param alpha the penalty of the squared weights of both predictors, above 0
 */
@Paper(
    title = "CARROT: A Cost Aware Rate Optimal Router",
    url = "https://arxiv.org/abs/2502.03261",
    deviations =
        "Ridge regression on frozen embeddings in place of a fine-tuned language model. Cost is"
            + " regressed on a logarithmic scale with a correction of the mean.")
public record CarrotRidge(double alpha) implements RoutingMethod {

  /** Rejects {@code alpha <= 0}. */
  public CarrotRidge {
    Require.positive("alpha", alpha);
  }

  /** A penalty of 1. */
  public CarrotRidge() {
    this(1);
  }

  @Override
  public String name() {
    return "carrot-ridge";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    FloatMatrix embeddings = train.queries().embeddings();
    UnaryOperator<FloatMatrix> scores =
        PerModelRegression.fit(
            new RidgeRegression(alpha, embeddings, context),
            embeddings,
            train.outcomes().scores(),
            0);
    ScoringRouter quality = queries -> UnitInterval.clip(scores.apply(queries.embeddings()));
    return PricedRouter.of(quality, new RidgeCosts(alpha), train, context);
  }
}
