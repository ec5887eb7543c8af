package org.routerlab.learned;

import java.util.List;
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
 * Predicts the chance of a correct answer of every model by one feed-forward network.
 *
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear router
 * @param dropout the share of each hidden layer that is left out at random in training, in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title = "RouterBench: A Benchmark for Multi-LLM Routing System",
    url = "https://arxiv.org/abs/2403.12031",
    deviations =
        "One network with an output for each model and binary cross-entropy, as in The Routing"
            + " Plateau (arXiv 2606.07587), instead of one regressor a model with squared loss.")
public record Mlp(List<Integer> hidden, double dropout, Training training)
    implements RoutingMethod {

  /** Rejects empty layers and a dropout outside [0, 0.9]. */
  public Mlp {
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
    Require.between("dropout", dropout, 0, 0.9);
  }

  /** One hidden layer of 256, dropout 0.1. */
  public Mlp() {
    this(List.of(256), 0.1, new Training());
  }

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Network network = Network.dense(hidden, dropout);
    return new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, context.seed());
  }
}
