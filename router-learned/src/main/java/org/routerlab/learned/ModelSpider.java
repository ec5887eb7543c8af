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
import org.routerlab.learned.djl.SetLoss;
import org.routerlab.learned.djl.SpiderNetwork;
import org.routerlab.learned.engine.Training;

/**
 * Ranks models by self-attention between a token learned for each model and the projected query.
 *
 * <p>The ranking is learned by setting each correct model against all wrong ones of the query;
 * models that are alike on a query are not compared. Scores mean something by their order only.
 *
 * <p>Cost: training takes steps of queries × width² and queries × models × width operations, a
 * decision width² and models × width. Money is not considered; scores are no probabilities, so that
 * a price can be weighed only after calibration.
 *
 * @param width of a token, at least 2
 * @param dropout the share of the query's attended values that is left out at random in training,
 *     in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title = "Model Spider: Learning to Rank Pre-Trained Models Efficiently",
    url = "https://arxiv.org/abs/2306.03900",
    deviations =
        "A query is one token in place of a bag of class prototypes. The loss leaves ties alone"
            + " instead of learning a full ranking, since correct and wrong outcomes tie mostly."
            + " Dropout is on the query's attended values only. The normalisation has no scale and"
            + " shift of its own, which the linear output contains. Narrower tokens by default.")
public record ModelSpider(int width, double dropout, Training training) implements RoutingMethod {

  /** Rejects {@code width < 2} and a dropout outside [0, 0.9]. */
  public ModelSpider {
    Require.between("width", width, 2, Integer.MAX_VALUE);
    Require.between("dropout", dropout, 0, 0.9);
  }

  /** Tokens of 128, dropout 0.1. */
  public ModelSpider() {
    this(128, 0.1, new Training());
  }

  @Override
  public String name() {
    return "model-spider";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    return new NeuralTrainer(
            training,
            new SpiderNetwork(width, dropout),
            SetLoss.correctAgainstWrong(),
            Output.raw(ScoreKind.RANK))
        .fit(train, validation, context.seed());
  }
}
