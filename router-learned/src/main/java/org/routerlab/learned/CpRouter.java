package org.routerlab.learned;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.ConformalSets;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer by a network and prefers the models of a conformal set:
 * those that cannot be ruled out as correct at a chosen error rate.
 *
 * <p>A model in the set scores its probability, a model outside one less. Where the set is empty
 * the best single model gets the highest of the probabilities and so wins the tie.
 *
 * <p>Cost: training is that of a small network and a sort; a decision is one or two matrix
 * products. Money cost is weighed after the fact.
 *
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear network
 * @param rule how the error rate is found
 * @param alpha the error rate of rule FIXED, in [0, 1]: the largest share of a model's correct
 *     answers that the set may miss
 * @param training how to train the network
 */
@Paper(
    title = "CP-Router: An Uncertainty-Aware Router Between LLM and LRM",
    url = "https://arxiv.org/abs/2505.19970",
    deviations =
        "Another method under the same idea: the published sets hold answer options of one model and"
            + " need its logits, these hold models of a pool and need recorded outcomes. Calibration"
            + " and the choice of the error rate use every second validation query, not the test"
            + " queries; a set is small up to half the pool; the quantile is an order statistic.")
public record CpRouter(List<Integer> hidden, Rule rule, double alpha, Training training)
    implements RoutingMethod {

  private static final double DROPOUT = 0.1;

  /** How the error rate is found. */
  public enum Rule {
    /** The rate whose sets are most diverse on the calibration queries, as published. */
    MOST_DIVERSE,
    /** As set. */
    FIXED
  }

  /** Rejects values out of range. */
  public CpRouter {
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
    Objects.requireNonNull(rule, "rule");
    Require.between("alpha", alpha, 0, 1);
  }

  /** One hidden layer of 256; the most diverse sets. */
  public CpRouter() {
    this(List.of(256), Rule.MOST_DIVERSE, 0.1, new Training());
  }

  @Override
  public String name() {
    return "cp-router";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    return columns.restore(fit(columns.sort(train), columns.sort(validation), context));
  }

  private ScoringRouter fit(RoutingData train, RoutingData validation, TrainingContext context) {
    RoutingData calibration = everySecond(validation, 0);
    ScoringRouter base =
        new NeuralTrainer(
                training, Network.dense(hidden, DROPOUT), RoutingLoss.binaryCrossEntropy())
            .fit(train, everySecond(validation, 1), context.seed());
    ConformalSets sets =
        new ConformalSets(
            base.predict(calibration.queries()),
            calibration.outcomes(),
            OutcomeMeans.overall(train.outcomes()));
    int half = (train.pool().size() + 1) / 2;
    double[] thresholds = sets.thresholds(rule == Rule.FIXED ? alpha : sets.mostDiverse(half));
    return new Gated(base, thresholds, ModelRanking.of(train.outcomes()).best());
  }

  private static RoutingData everySecond(RoutingData data, int first) {
    return data.selectRows(IntStream.range(0, data.size()).filter(i -> i % 2 == first).toArray());
  }

  private record Gated(ScoringRouter base, double[] thresholds, int fallback)
      implements ScoringRouter {

    @Override
    public FloatMatrix predict(EmbeddedQueries queries) {
      FloatMatrix probabilities = base.predict(queries);
      float[] scores = new float[probabilities.rows() * thresholds.length];
      for (int row = 0; row < probabilities.rows(); row++) {
        float[] gated = gate(probabilities.row(row));
        System.arraycopy(gated, 0, scores, row * gated.length, gated.length);
      }
      return FloatMatrix.wrap(probabilities.rows(), thresholds.length, scores);
    }

    private float[] gate(float[] scores) {
      boolean[] inside = new boolean[scores.length];
      boolean isEmpty = true;
      float highest = 0;
      for (int model = 0; model < scores.length; model++) {
        inside[model] = scores[model] >= thresholds[model];
        isEmpty &= !inside[model];
        highest = Math.max(highest, scores[model]);
      }
      if (isEmpty) {
        scores[fallback] = highest;
        return scores;
      }
      for (int model = 0; model < scores.length; model++) {
        scores[model] -= inside[model] ? 0 : 1;
      }
      return scores;
    }

    @Override
    public ScoreKind kind() {
      return ScoreKind.RANK;
    }
  }
}
