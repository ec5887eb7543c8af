package org.routerlab.learned;

import java.util.Objects;
import java.util.stream.IntStream;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.BradleyTerry;
import org.routerlab.learned.engine.EloMatches;
import org.routerlab.learned.engine.NeighborIndex;
import org.routerlab.learned.engine.PairStats;
import org.routerlab.learned.engine.PoolOrder;

/**
 * Rates the models by their matches with each other, on all training queries and on those most
 * similar to the query, and predicts a mixture of the two ratings.
 *
 * <p>Every training query is a match of each model with each other. Ratings are Elo points, except
 * in the mode of win rates.
 *
 * <p>Cost: training rates the models once; a decision compares the query with every training query
 * and rates the models on the nearest, by a small system of equations or a replay of the matches.
 * Ratings cannot be weighed against money before they are calibrated.
 *
 * @param mode how models are rated on the neighbours
 * @param neighbors the number of neighbours, at least 1; all training queries where there are fewer
 * @param globalShare the share of the rating on all training queries, in [0, 1]
 * @param kFactor the points at stake in a match of {@code SEQUENTIAL}, above 0
 * @param priorStrength how strongly {@code BT_MAP} holds local strengths to the global ones: the
 *     inverse variance of a normal prior on the natural logarithm of the odds, above 0
 */
@Paper(
    title = "Eagle: Efficient Training-Free Router for Multi-LLM Inference",
    url = "https://arxiv.org/abs/2409.15518",
    deviations =
        "Matches come from recorded outcomes: every pair of models on every query, equal scores a"
            + " tie. By default ratings are Bradley-Terry estimates held to the global ones, which"
            + " no order of the matches can change; SEQUENTIAL is the published replay, from the"
            + " farthest neighbour to the nearest. The global rating is a Bradley-Terry estimate"
            + " too, or a win rate, instead of an average over a replay.")
public record Elo(
    Mode mode, int neighbors, double globalShare, double kFactor, double priorStrength)
    implements RoutingMethod {

  /** Holds estimates on all training queries together: finite for models that always win. */
  private static final double GLOBAL_PRECISION = 0.01;

  /** So weak that it decides between equally successful models only. */
  private static final double WEAK_PRECISION = 1e-3;

  private static final double POINTS = 400 / StrictMath.log(10);

  /** How models are rated on the neighbours of a query. */
  public enum Mode {
    /** The share of points won; not in Elo points but in [0, 1]. */
    WIN_RATE,
    /** The most likely strengths of a Bradley-Terry model. */
    BT_MLE,
    /** The same, held to the global strengths by a normal prior. */
    BT_MAP,
    /** The Elo rule, one match after another, starting at the global ratings. */
    SEQUENTIAL
  }

  /** Rejects values out of range. */
  public Elo {
    Objects.requireNonNull(mode, "mode");
    Require.positive("neighbors", neighbors);
    Require.between("globalShare", globalShare, 0, 1);
    Require.positive("kFactor", kFactor);
    Require.positive("priorStrength", priorStrength);
  }

  /** 20 neighbours, half and half and 32 points, as published; a prior of strength 1. */
  public Elo() {
    this(Mode.BT_MAP, 20, 0.5, 32, 1);
  }

  @Override
  public String name() {
    return "elo";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    FloatMatrix scores = columns.sort(train.outcomes()).scores();
    double[] global = global(PairStats.of(scores, IntStream.range(0, train.size()).toArray()));
    NeighborIndex index = NeighborIndex.of(train, context);
    ScoringRouter sorted =
        ScoringRouter.of(
            ScoreKind.RATING,
            queries ->
                index.fromNearest(
                    queries.embeddings(),
                    neighbors,
                    global.length,
                    nearest -> mixed(global, local(scores, nearest, global))));
    return columns.restore(sorted);
  }

  private double[] global(PairStats pairs) {
    double[] none = new double[pairs.models()];
    return mode == Mode.WIN_RATE
        ? pairs.winRates(none)
        : BradleyTerry.strengths(pairs, none, GLOBAL_PRECISION);
  }

  private double[] local(FloatMatrix scores, int[] nearest, double[] global) {
    return switch (mode) {
      case WIN_RATE -> PairStats.of(scores, nearest).winRates(global);
      case BT_MLE -> BradleyTerry.strengths(PairStats.of(scores, nearest), global, WEAK_PRECISION);
      case BT_MAP -> BradleyTerry.strengths(PairStats.of(scores, nearest), global, priorStrength);
      case SEQUENTIAL -> EloMatches.replay(scores, nearest, kFactor / POINTS, global);
    };
  }

  private float[] mixed(double[] global, double[] local) {
    float[] mixed = new float[global.length];
    for (int model = 0; model < mixed.length; model++) {
      double strength = globalShare * global[model] + (1 - globalShare) * local[model];
      mixed[model] = (float) (mode == Mode.WIN_RATE ? strength : 1000 + POINTS * strength);
    }
    return mixed;
  }
}
