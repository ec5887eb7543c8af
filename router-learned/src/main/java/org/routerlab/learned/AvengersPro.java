package org.routerlab.learned;

import java.util.Objects;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.RankScores;

/**
 * Balances the models' mean scores and mean costs in every cluster of training queries, and scores
 * a model by its reciprocal ranks, or by the balances, in the clusters nearest to the query.
 *
 * <p>In a cluster, means are stretched so that the worst model has 0 and the best 1; a cost counts
 * by what it saves of the dearest model's.
 *
 * <p>Cost: training clusters the queries once; a decision compares the query with the centroids.
 * Money enters in training, by the cost weight.
 *
 * @param clusters the number of clusters, at least 1; one for each distinct training query where
 *     there are fewer
 * @param nearest over how many clusters a score is taken, at least 1
 * @param sharpness how fast the weight of a cluster falls with its distance, at least 0: by a
 *     factor e for each 1 / sharpness of cosine distance
 * @param performanceWeight the weight of the stretched mean scores, in [0, 1]
 * @param costWeight the weight of what is saved, in [0, 1]
 * @param aggregation what is summed over the clusters
 */
@Paper(
    title =
        "Beyond GPT-5: Making LLMs Cheaper and Better via Performance-Efficiency Optimized Routing",
    url = "https://arxiv.org/abs/2508.12631",
    deviations =
        "The default cost weight is 0: a cost weight is applied after the fact here. SCORE_SUM is"
            + " what the publication says, RECIPROCAL_RANK what its code does. The distance is that"
            + " of k-means, half the squared Euclidean one, which for centroids of length 1 is the"
            + " published cosine distance; the published code leaves centroids shorter, which"
            + " favours tight clusters. Equal balances share a rank. A model not observed in a"
            + " cluster has its training means there; a model of unknown cost saves nothing.")
public record AvengersPro(
    int clusters,
    int nearest,
    double sharpness,
    double performanceWeight,
    double costWeight,
    Aggregation aggregation)
    implements RoutingMethod {

  /** What a model's score sums over clusters. */
  public enum Aggregation {
    /** 1 / its place in the cluster. */
    RECIPROCAL_RANK,
    /** Its balance in the cluster. */
    SCORE_SUM
  }

  /** Rejects values out of range. */
  public AvengersPro {
    Require.positive("clusters", clusters);
    Require.positive("nearest", nearest);
    Require.between("sharpness", sharpness, 0, 1e9);
    Require.between("performanceWeight", performanceWeight, 0, 1);
    Require.between("costWeight", costWeight, 0, 1);
    Objects.requireNonNull(aggregation, "aggregation");
  }

  /** The 3 nearest of 60 clusters, sharpness 9, performance alone, by reciprocal ranks. */
  public AvengersPro() {
    this(60, 3, 9, 1, 0, Aggregation.RECIPROCAL_RANK);
  }

  @Override
  public String name() {
    return "avengers-pro";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Clustering clustering = Clustering.of(train, clusters, context);
    int[] groups = clustering.assign(train.queries().embeddings());
    FloatMatrix balances = balances(train.outcomes(), groups, clustering.size());
    FloatMatrix scores =
        aggregation == Aggregation.SCORE_SUM ? balances : RankScores.reciprocal(balances, 1);
    return ScoringRouter.of(
        aggregation == Aggregation.SCORE_SUM && costWeight > 0 ? ScoreKind.UTILITY : ScoreKind.RANK,
        queries -> clustering.mixture(queries.embeddings(), scores, nearest, sharpness));
  }

  private FloatMatrix balances(OutcomeTable outcomes, int[] groups, int count) {
    FloatMatrix means = OutcomeMeans.byGroup(outcomes, groups, count, 0);
    FloatMatrix costs =
        outcomes.hasCosts() ? OutcomeMeans.costsByGroup(outcomes, groups, count) : null;
    float[] balances = new float[count * means.columns()];
    for (int cluster = 0; cluster < count; cluster++) {
      float[] performance = means.row(cluster);
      float[] cost = costs == null ? new float[performance.length] : costs.row(cluster);
      float lowest = min(performance);
      float highest = max(performance);
      float dearest = max(cost);
      for (int model = 0; model < performance.length; model++) {
        double stretched =
            highest == lowest ? 1 : (performance[model] - lowest) / (highest - lowest);
        // False for an unknown cost.
        double saved = cost[model] < dearest ? 1 - cost[model] / dearest : 0;
        balances[cluster * performance.length + model] =
            (float) (performanceWeight * stretched + costWeight * saved);
      }
    }
    return FloatMatrix.wrap(count, means.columns(), balances);
  }

  private static float min(float[] values) {
    float lowest = Float.POSITIVE_INFINITY;
    for (float value : values) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }

  /** The largest that is a number, or 0. */
  private static float max(float[] values) {
    float highest = 0;
    for (float value : values) {
      highest = value > highest ? value : highest;
    }
    return highest;
  }
}
