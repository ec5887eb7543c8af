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
import org.routerlab.learned.engine.RidgeRegression;
import org.routerlab.learned.engine.UnitInterval;

/**
 * Predicts a model's score by ridge regression on the embedding, one a model.
 *
 * <p>The solution is in closed form. Predictions are cut to [0, 1].
 *
 * <p>Cost: training is one decomposition of a dimensions × dimensions matrix for all models (one a
 * model where each was observed on other queries); a decision is one dot product a model. Money
 * cost is weighed after the fact.
 *
 * @param alpha the penalty of the squared weights, above 0; it is added to sums over all training
 *     queries
 */
@Paper(
    title = "R2-Router: A New Paradigm for LLM Routing with Reasoning",
    url = "https://arxiv.org/abs/2602.02823",
    deviations =
        "Quality is predicted for an unlimited answer only: the recorded outcomes have no token"
            + " budgets, so that the regressions by budget and the choice of one fall away.")
public record Ridge(double alpha) implements RoutingMethod {

  /** Rejects {@code alpha <= 0}. */
  public Ridge {
    Require.positive("alpha", alpha);
  }

  /** A penalty of 10, as published. */
  public Ridge() {
    this(10);
  }

  @Override
  public String name() {
    return "ridge";
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
    return (ScoringRouter) queries -> UnitInterval.clip(scores.apply(queries.embeddings()));
  }
}
