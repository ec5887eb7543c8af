package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.Output;
import org.routerlab.learned.djl.PairLoss;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Predicts scores that order the models of a query by quality and, among equally good ones, by
 * cost, so that a cheaper model as good as a dearer one is preferred at any budget.
 *
 * <p>With cross-entropy in the loss the scores are chances of a correct answer; without it only
 * their order means something.
 *
 * <p>Cost: training compares all pairs of models on each query, quadratic in the pool; a decision
 * takes one pass of the network. Money enters in training, by the recorded costs of the training
 * queries, and may be weighed after the fact too.
 *
 * @param head the form of the network
 * @param hidden the width of its hidden layer, at least 1
 * @param modelWidth the length of the models' vectors in {@link Head#FILM}, at least 1
 * @param dropout the share of the hidden layer that is left out at random in training, in [0, 0.9]
 * @param crossEntropyWeight the weight of binary cross-entropy, in [0, 1000]
 * @param pairWeight the weight of the loss over pairs, in [0, 1000]; not 0 where the other is 0
 * @param tieWeight the weight of a pair decided by cost, beside 1 for one decided by quality; in
 *     [0, 1]. Above 0 such pairs count in the mean over the pairs of a query, and so dilute the
 *     others by their number; at 0 they do not
 * @param wrongTies whether cost also decides between models that are both wrong
 * @param training how to train
 */
@Paper(
    title = "When Routing Collapses: On the Degenerate Convergence of LLM Routers",
    url = "https://arxiv.org/abs/2602.03478",
    deviations =
        "Written after the abstract and notes of others, not after the published code: widths,"
            + " weights and optimiser are choices of this implementation. A plain hidden layer is the"
            + " default head, as in The Routing Plateau (arXiv 2606.07587). Biases start at the"
            + " models' training means.")
public record EquiRouter(
    Head head,
    int hidden,
    int modelWidth,
    double dropout,
    double crossEntropyWeight,
    double pairWeight,
    double tieWeight,
    boolean wrongTies,
    Training training)
    implements RoutingMethod {

  /** How a hidden layer becomes a score for each model. */
  public enum Head {
    /** Each model has weights of its own on the hidden layer. */
    MLP,
    /** Each model scales and shifts the hidden layer as its vector says; all share a read-out. */
    FILM
  }

  /** Rejects values out of range, and two weights of 0. */
  public EquiRouter {
    Objects.requireNonNull(head, "head");
    Require.positive("hidden", hidden);
    Require.positive("modelWidth", modelWidth);
    Require.between("dropout", dropout, 0, 0.9);
    Require.between("crossEntropyWeight", crossEntropyWeight, 0, 1000);
    Require.between("pairWeight", pairWeight, 0, 1000);
    Require.between("tieWeight", tieWeight, 0, 1);
    Objects.requireNonNull(training, "training");
    Require.positive("crossEntropyWeight + pairWeight", crossEntropyWeight + pairWeight);
  }

  /** One plain hidden layer of 256, both losses with weight 1, ties with weight 0.1. */
  public EquiRouter() {
    this(Head.MLP, 256, 64, 0.1, 1, 1, 0.1, false, new Training());
  }

  @Override
  public String name() {
    return "equirouter";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    OutcomeTable sorted = PoolOrder.of(train.pool()).sort(train.outcomes());
    Optional<FloatMatrix> costs =
        sorted.hasCosts() ? Optional.of(sorted.costs()) : Optional.empty();
    RoutingLoss loss =
        RoutingLoss.sum(
            crossEntropyWeight,
            RoutingLoss.binaryCrossEntropy(),
            pairWeight,
            PairLoss.scoreThenCost(costs, tieWeight, wrongTies));
    Network network =
        head == Head.MLP
            ? Network.dense(List.of(hidden), dropout)
            : Network.film(hidden, modelWidth, dropout);
    Output output = crossEntropyWeight > 0 ? Output.PROBABILITY : Output.raw(ScoreKind.RANK);
    return new NeuralTrainer(training, network, loss, output)
        .fit(train, validation, context.seed());
  }
}
