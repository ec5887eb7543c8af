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
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Schedule;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer of every model by a meta-model that is trained for its
 * probabilities: strongly cut gradients, a learning rate that falls to 0, and the state with the
 * lowest validation loss.
 *
 * <p>The published strategies, such as the cheapest model above a threshold, choose by these
 * probabilities afterwards.
 *
 * <p>Cost: training is ten epochs of mini-batches; a decision is one matrix product or two. Money
 * cost is weighed after the fact.
 *
 * @param hidden the width of the hidden layer; 0 for none
 * @param training how to train
 */
@Paper(
    title = "Fly-Swat or Cannon? Cost-Effective Language Model Choice via Meta-Modeling",
    url = "https://arxiv.org/abs/2308.06077",
    deviations =
        "A head on frozen embeddings with an output for each model, in place of a fine-tuned"
            + " DistilBERT that reads the model's name; its learning rate is therefore 1e-3 instead"
            + " of 3e-5. The decay is linear.")
public record Forc(int hidden, Training training) implements RoutingMethod {

  /** Rejects a negative width. */
  public Forc {
    Require.between("hidden", hidden, 0, 1 << 16);
  }

  /**
   * No hidden layer; 10 epochs of batches of 64 at 1e-3, weight decay 0.01, gradients cut at 0.1.
   */
  public Forc() {
    this(
        0,
        new Training(10, 64, 1e-3, 0.01, 20, 2, 0.1, true, Checkpoint.BEST_BCE)
            .withSchedule(Schedule.LINEAR_DECAY));
  }

  @Override
  public String name() {
    return "forc";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Network network = Network.dense(hidden == 0 ? List.of() : List.of(hidden), 0);
    return new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, context.seed());
  }
}
