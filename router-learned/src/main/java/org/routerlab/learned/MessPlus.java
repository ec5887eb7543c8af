package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Optimizer;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a satisfying answer of every model by a network with one hidden layer that
 * is normalised within each query, trained by descent with momentum.
 *
 * <p>It is the classifier of an online method; serving by a service level is a rule of selection
 * and applies to any router.
 *
 * <p>Cost: training and a decision take one product of the embedding with a hidden layer, by
 * default as wide as the embedding; money is weighed after the fact.
 *
 * @param hidden the width of the hidden layer; 0 for that of the embedding
 * @param dropout the share of the hidden layer that is left out at random in training, in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title =
        "MESS+: Dynamically Learned Inference-Time LLM Routing in Model Zoos with Service Level"
            + " Guarantees",
    url = "https://arxiv.org/abs/2505.19947",
    deviations =
        "Trained once on recorded outcomes instead of online; on any encoder's embedding instead of"
            + " ModernBERT's first token; no dropout on the input; output biases start at the models'"
            + " training means; stopped by routing accuracy instead of by F1.")
public record MessPlus(int hidden, double dropout, Training training) implements RoutingMethod {

  /** Rejects a negative width and a dropout outside [0, 0.9]. */
  public MessPlus {
    Require.between("hidden", hidden, 0, Integer.MAX_VALUE);
    Require.between("dropout", dropout, 0, 0.9);
    Objects.requireNonNull(training, "training");
  }

  /** The embedding's width, dropout 0.1, SGD at 0.06 in batches of 64, weight decay 0.01. */
  public MessPlus() {
    this(
        0,
        0.1,
        new Training().withOptimizer(Optimizer.SGD, 0.06).withBatchSize(64).withWeightDecay(0.01));
  }

  @Override
  public String name() {
    return "mess-plus";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    int width = hidden == 0 ? train.queries().dimension() : hidden;
    Network network = Network.normalised(List.of(width), dropout);
    return new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
        .fit(train, validation, context.seed());
  }
}
