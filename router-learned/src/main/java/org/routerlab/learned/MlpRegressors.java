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
import org.routerlab.learned.djl.Output;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Training;

/**
 * Predicts each model's score by a feed-forward network of its own, fitted by least squares.
 *
 * <p>The regressors share only the order of the batches and the moment to stop. A prediction may
 * leave [0, 1] a little.
 *
 * <p>Cost: training and a decision take as many networks as the pool has models, so a pool twice as
 * large takes twice as long; money is weighed after the fact.
 *
 * @param hidden the widths of the hidden layers of each regressor, each at least 1; at least one
 *     layer
 * @param training how to train; a {@code gradientClip} that is reached cuts the gradients of all
 *     regressors together
 */
@Paper(
    title = "RouterBench: A Benchmark for Multi-LLM Routing System",
    url = "https://arxiv.org/abs/2403.12031",
    deviations =
        "One router for all datasets instead of one each; at most 30"
            + " epochs, stopped by the validation queries instead of by the training loss; weight"
            + " decay is decoupled from the gradient.")
public record MlpRegressors(List<Integer> hidden, Training training) implements RoutingMethod {

  /** Rejects empty layers. */
  public MlpRegressors {
    hidden = List.copyOf(hidden);
    Require.positive("number of hidden layers", hidden.size());
    hidden.forEach(width -> Require.positive("hidden", width));
    Objects.requireNonNull(training, "training");
  }

  /** Two hidden layers of 100 and batches of 200, as published; gradients are not cut. */
  public MlpRegressors() {
    this(
        List.of(100, 100),
        new Training().withBatchSize(200).withGradientClip(1e9).withStandardise(false));
  }

  @Override
  public String name() {
    return "mlp-regressors";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Network network = Network.separate(hidden);
    RoutingLoss loss = RoutingLoss.squaredErrorOfEachModel();
    return new NeuralTrainer(training, network, loss, Output.REGRESSION)
        .fit(train, validation, context.seed());
  }
}
