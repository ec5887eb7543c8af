package org.routerlab.learned;

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
 * Ranks the models in every cluster of training queries by their mean score there, and scores a
 * model by its reciprocal ranks in the clusters nearest to the query, nearer ones counting more.
 *
 * <p>The best model of a cluster scores 1 / 0.1 there, the second 1 / 1.1 and so on: nearly
 * everything goes to the first.
 *
 * <p>Cost: training clusters the queries once; a decision compares the query with the centroids.
 * Scores give an order only, so that money cannot be weighed before they are calibrated.
 *
 * @param clusters the number of clusters, at least 1; one for each distinct training query where
 *     there are fewer
 * @param nearest over how many clusters a score is taken, at least 1
 * @param sharpness how fast the weight of a cluster falls with its distance, at least 0: by a
 *     factor e for each 1 / sharpness of cosine distance
 */
@Paper(
    title =
        "The Avengers: A Simple Recipe for Uniting Smaller Language Models to Challenge Proprietary"
            + " Giants",
    url = "https://arxiv.org/abs/2505.19797",
    deviations =
        "Routing only: the chosen model answers once instead of several times with a vote. The"
            + " distance is that of k-means, half the squared Euclidean one, which for centroids of"
            + " length 1 is the published cosine distance; the published code leaves centroids"
            + " shorter, which favours tight clusters. Models with equal means share a rank. A model"
            + " not observed in a cluster has its training mean there instead of 0.")
public record Avengers(int clusters, int nearest, double sharpness) implements RoutingMethod {

  /** Keeps the score of the first rank finite; as published. */
  private static final double OFFSET = 0.1;

  /** Rejects {@code clusters < 1}, {@code nearest < 1} and negative sharpness. */
  public Avengers {
    Require.positive("clusters", clusters);
    Require.positive("nearest", nearest);
    Require.between("sharpness", sharpness, 0, 1e9);
  }

  /** The 3 nearest of 64 clusters, sharpness 6, as published. */
  public Avengers() {
    this(64, 3, 6);
  }

  @Override
  public String name() {
    return "avengers";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Clustering clustering = Clustering.of(train, clusters, context);
    int[] groups = clustering.assign(train.queries().embeddings());
    FloatMatrix means = OutcomeMeans.byGroup(train.outcomes(), groups, clustering.size(), 0);
    FloatMatrix scores = RankScores.reciprocal(means, OFFSET);
    return ScoringRouter.of(
        ScoreKind.RANK,
        queries -> clustering.mixture(queries.embeddings(), scores, nearest, sharpness));
  }
}
