package org.routerlab.learned.engine;

import java.util.Objects;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A router that predicts costs as well as scores.
 *
 * @param quality predicts the scores
 * @param costs predicts the costs
 */
public record PricedRouter(ScoringRouter quality, CostPredictor costs)
    implements ScoringRouter, CostPredictor {

  /** Rejects nulls. */
  public PricedRouter {
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(costs, "costs");
  }

  /**
   * {@code quality} with costs learned by {@code estimator}; without them where {@code train} has
   * no known cost.
   */
  public static ScoringRouter of(
      ScoringRouter quality, CostEstimator estimator, RoutingData train, TrainingContext context) {
    return CostEstimator.canFit(train)
        ? new PricedRouter(quality, estimator.fit(train, context))
        : quality;
  }

  @Override
  public FloatMatrix predict(EmbeddedQueries queries) {
    return quality.predict(queries);
  }

  @Override
  public ScoreKind kind() {
    return quality.kind();
  }

  @Override
  public FloatMatrix predictCosts(EmbeddedQueries queries) {
    return costs.predictCosts(queries);
  }
}
