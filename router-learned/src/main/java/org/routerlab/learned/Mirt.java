package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.TopK;
import org.routerlab.learned.djl.MirtNetwork;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.FeatureMap;
import org.routerlab.learned.engine.NeighborIndex;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer as a test does: from abilities of the model, weighted by
 * how much the query asks for each, less the query's difficulty.
 *
 * <p>When routing, a query may be mixed with its nearest training queries first.
 *
 * <p>Cost: training takes steps of queries × latent × (dimensions + models) operations, a decision
 * latent × (dimensions + models), and a search among the training queries where queries are mixed.
 * Money is weighed after the fact.
 *
 * @param latent the number of abilities, at least 1
 * @param warmUp the share of the mean of the 5 nearest training queries in a query when routing, in
 *     [0, 1]; 0 for none
 * @param training how to train
 */
@Paper(
    title = "IRT-Router: Effective and Interpretable Multi-LLM Routing via Item Response Theory",
    url = "https://arxiv.org/abs/2506.01048",
    deviations =
        "Abilities are free parameters with an intercept for each model, since benchmarks describe"
            + " no models. Queries are standardised, and what they ask for has a bias.")
public record Mirt(int latent, double warmUp, Training training) implements RoutingMethod {

  private static final int NEIGHBORS = 5;

  /** Rejects {@code latent < 1} and a share outside [0, 1]. */
  public Mirt {
    Require.positive("latent", latent);
    Require.between("warmUp", warmUp, 0, 1);
  }

  /** 25 abilities, no mixing. */
  public Mirt() {
    this(25, 0, new Training());
  }

  @Override
  public String name() {
    return "mirt";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    NeuralTrainer trainer =
        new NeuralTrainer(training, new MirtNetwork(latent), RoutingLoss.binaryCrossEntropy());
    if (warmUp == 0) {
      return trainer.fit(train, validation, context.seed());
    }
    NeighborIndex index = NeighborIndex.of(train, context);
    FloatMatrix points = train.queries().embeddings();
    FeatureMap mixed = new FeatureMap(rows -> mix(rows, points, index.nearest(rows, NEIGHBORS)));
    ScoringRouter router = trainer.fit(train, mixed.apply(validation), context.seed());
    return mixed.before(router);
  }

  private FloatMatrix mix(FloatMatrix rows, FloatMatrix points, TopK nearest) {
    float[] values = rows.toArray();
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int rank = 0; rank < nearest.size(); rank++) {
        sum += points.get(nearest.row(i / rows.columns(), rank), i % rows.columns());
      }
      values[i] = (float) ((1 - warmUp) * values[i] + warmUp * sum / nearest.size());
    }
    return FloatMatrix.wrap(rows.rows(), rows.columns(), values);
  }
}
