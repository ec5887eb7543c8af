package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer from the dot product of a vector learned for each model
 * and a linear projection of the query: a matrix factorisation.
 *
 * @param rank the length of the models' vectors, at least 1
 * @param noise the size of the Gaussian noise on a query in training, relative to the query's own:
 *     1 for noise as strong as the query; in [0, 10]
 * @param training how to train
 */
@Paper(
    title = "EmbedLLM: Learning Compact Representations of Large Language Models",
    url = "https://arxiv.org/abs/2410.02223",
    deviations =
        "Noise is relative to the standardised query and off when routing; the published code adds"
            + " it there too. A batch holds queries with all their models instead of pairs. The"
            + " classifier's vector is part of the models' vectors, which leaves the same functions.")
public record EmbedLlm(int rank, double noise, Training training) implements RoutingMethod {

  /** Rejects {@code rank < 1} and noise outside [0, 10]. */
  public EmbedLlm {
    Require.positive("rank", rank);
    Require.between("noise", noise, 0, 10);
  }

  /** Rank 232 as published, noise half as strong as the query, weight decay 1e-5. */
  public EmbedLlm() {
    this(232, 0.5, new Training().withWeightDecay(1e-5));
  }

  @Override
  public String name() {
    return "embedllm";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Network network = Network.product(rank, noise);
    return new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, context.seed());
  }
}
