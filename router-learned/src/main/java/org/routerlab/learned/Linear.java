package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Paper;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer of every model by a logistic regression on the embedding.
 *
 * <p>Cost: training and a decision take one product of the embedding with a vector a model; money
 * is weighed after the fact.
 *
 * @param training how to train
 */
@Paper(
    title = "RouterEval: A Comprehensive Benchmark for Routing LLMs",
    url = "https://arxiv.org/abs/2503.10657",
    deviations =
        "Trained on all models of a pool at once by binary cross-entropy, with the training protocol"
            + " of the other neural routers here.")
public record Linear(Training training) implements RoutingMethod {

  /** Rejects null. */
  public Linear {
    Objects.requireNonNull(training, "training");
  }

  /** The default training. */
  public Linear() {
    this(new Training());
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Network network = Network.dense(List.of(), 0);
    return new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, context.seed());
  }
}
