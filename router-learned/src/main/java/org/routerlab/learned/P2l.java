package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.Output;
import org.routerlab.learned.djl.PairLoss;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Training;

/**
 * Predicts for each query a leaderboard: a strength for every model, such that differences of
 * strength explain which of two models answers better.
 *
 * <p>Bradley-Terry strengths are known up to one constant a query, so they rank models but cannot
 * be weighed against costs before calibration. Grounded strengths are measured against a competitor
 * of strength 1 and given as the chance of beating it, which is not the chance of a correct answer.
 *
 * <p>Cost: training compares all pairs of models on each query, quadratic in the pool; a decision
 * takes one pass of the network; money is weighed after the fact, on calibrated scores.
 *
 * @param loss how strengths explain outcomes
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear leaderboard
 * @param dropout the share of each hidden layer that is left out at random in training, in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title = "Prompt-to-Leaderboard",
    url = "https://arxiv.org/abs/2502.14855",
    deviations =
        "On frozen embeddings instead of a language model that learns too; pairs are made of the"
            + " recorded scores of all models instead of votes, and averaged within a query; queries"
            + " are shuffled; biases start at the models' training means instead of 0. The threshold"
            + " of a tie is 1 + exp of the network's output, and likelihoods are computed without the"
            + " published lower bound.")
public record P2l(Loss loss, List<Integer> hidden, double dropout, Training training)
    implements RoutingMethod {

  /** How strengths explain the outcomes of a pair of models. */
  public enum Loss {
    /** Bradley-Terry on the pairs whose scores differ. */
    BT,
    /** Bradley-Terry where equal scores are half a win for each. */
    BT_TIE,
    /** Rao-Kupper with a competitor of strength 1: tells both right from both wrong. */
    GROUNDED_RAO_KUPPER
  }

  /** Rejects empty layers and a dropout outside [0, 0.9]. */
  public P2l {
    Objects.requireNonNull(loss, "loss");
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
    Require.between("dropout", dropout, 0, 0.9);
    Objects.requireNonNull(training, "training");
  }

  /** Bradley-Terry on a linear head, as the smallest published form. */
  public P2l() {
    this(Loss.BT, List.of(), 0.1, new Training());
  }

  @Override
  public String name() {
    return "p2l";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    return trainer().fit(train, validation, context.seed());
  }

  private NeuralTrainer trainer() {
    Network network = Network.dense(hidden, dropout);
    if (loss == Loss.GROUNDED_RAO_KUPPER) {
      Output overReference = new Output(ScoreKind.RATING, true);
      return new NeuralTrainer(
          training, Network.withAuxiliary(network), PairLoss.groundedRaoKupper(), overReference);
    }
    RoutingLoss pairs = loss == Loss.BT ? PairLoss.decisive() : PairLoss.halfTies();
    return new NeuralTrainer(training, network, pairs, Output.raw(ScoreKind.PAIRWISE_LOGIT));
  }
}
