package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.GraphNetwork;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.engine.Optimizer;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Standardiser;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer from the dot product of the projected query with a vector
 * of each model, which is the mean of messages from the training queries the model was observed on.
 *
 * <p>A training step hides some of the recorded scores and predicts them from the others. When
 * routing, all of them are seen, and the models' vectors are fixed.
 *
 * <p>Cost: training takes steps of queries × width × (dimensions + width + models) operations, as
 * many for all training queries at each validation, and a decision width × (dimensions + models).
 * Money is weighed after the fact.
 *
 * @param hidden half the length of the vectors, at least 1
 * @param maskShare the share of a step's recorded scores that are hidden and predicted, in [0.05,
 *     0.95]
 * @param training how to train
 */
@Paper(
    title = "GraphRouter: A Graph-based Router for LLM Selections",
    url = "https://arxiv.org/abs/2410.03834",
    deviations =
        "One layer of messages in place of two, by their mean over queries instead of their sum, so"
            + " that it does not grow with the data. Messages come from the batch of a step; edges"
            + " carry the score without cost. Neither tasks nor models are described. Labels are the"
            + " scores themselves instead of the best model of each query, and the checkpoint is"
            + " chosen on validation queries.")
public record GraphRouter(int hidden, double maskShare, Training training)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public GraphRouter {
    Require.positive("hidden", hidden);
    Require.between("maskShare", maskShare, 0.05, 0.95);
  }

  /** Vectors of 64, half of the scores hidden; 3e-3, embeddings as they are. */
  public GraphRouter() {
    this(32, 0.5, new Training().withOptimizer(Optimizer.ADAMW, 3e-3).withStandardise(false));
  }

  @Override
  public String name() {
    return "graph-router";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder order = PoolOrder.of(train.pool());
    RoutingData sorted = order.sort(train);
    FloatMatrix embeddings = train.queries().embeddings();
    Standardiser scale =
        training.standardise()
            ? Standardiser.of(embeddings)
            : Standardiser.identity(embeddings.columns());
    GraphNetwork.Edges edges = GraphNetwork.Edges.of(scale.apply(embeddings), sorted.outcomes());
    GraphNetwork network = new GraphNetwork(2 * hidden, maskShare, edges);
    return order.restore(
        new NeuralTrainer(training, network, GraphNetwork.loss())
            .fit(sorted, order.sort(validation), context.seed()));
  }
}
