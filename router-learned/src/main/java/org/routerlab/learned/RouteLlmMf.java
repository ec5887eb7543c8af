package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.Output;
import org.routerlab.learned.djl.PairLoss;
import org.routerlab.learned.djl.UnitProductNetwork;
import org.routerlab.learned.engine.Optimizer;
import org.routerlab.learned.engine.Training;

/**
 * Scores models so that the difference of two scores is the logit of the one beating the other: a
 * weighted dot product of a vector of length 1 for each model with a projection of the query.
 *
 * <p>It learns from all pairs of models of which one did better on a query; ties are left out.
 *
 * <p>Cost: training takes steps of queries × (width × (dimensions + models) + models²) operations,
 * a decision width × (dimensions + models). Money is weighed after the fact, and after calibration,
 * since scores are known up to a constant for each query only.
 *
 * @param width of the models' vectors, at least 1
 * @param noise the size of the Gaussian noise on a query in training, relative to the query's own:
 *     1 for noise as strong as the query; in [0, 10]
 * @param training how to train
 */
@Paper(
    title = "RouteLLM: Learning to Route LLMs with Preference Data",
    url = "https://arxiv.org/abs/2406.18665",
    deviations =
        "The matrix factorisation router, on all pairs of a pool instead of a strong and a weak"
            + " model. The projection has a bias. Noise is relative to the query; that of the"
            + " publication, 0.1 a coordinate of a vector of length 1, is 0.1 times the root of the"
            + " dimension in this measure, and its code adds it to the stored embeddings, epoch after"
            + " epoch.")
public record RouteLlmMf(int width, double noise, Training training) implements RoutingMethod {

  /** Rejects {@code width < 1} and noise outside [0, 10]. */
  public RouteLlmMf {
    Require.positive("width", width);
    Require.between("noise", noise, 0, 10);
  }

  /** Width 128, noise 0.1, batches of 64 at 3e-3, weight decay 1e-5, embeddings as they are. */
  public RouteLlmMf() {
    this(
        128,
        0.1,
        new Training()
            .withOptimizer(Optimizer.ADAMW, 3e-3)
            .withBatchSize(64)
            .withWeightDecay(1e-5)
            .withStandardise(false));
  }

  @Override
  public String name() {
    return "routellm-mf";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    return new NeuralTrainer(
            training,
            new UnitProductNetwork(width, noise),
            PairLoss.battles(),
            Output.raw(ScoreKind.PAIRWISE_LOGIT))
        .fit(train, validation, context.seed());
  }
}
