package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.OutcomeMeans;

/**
 * Predicts a model's score as its mean over the training queries in the query's cluster.
 *
 * @param clusters the number of clusters, at least 1; one for each distinct training query where
 *     there are fewer
 * @param smoothing how many scores at the model's training mean are added to each cluster; at least
 *     0
 */
@Paper(
    title = "Universal Model Routing for Efficient LLM Inference",
    url = "https://arxiv.org/abs/2502.08773",
    deviations =
        "Means are taken on the training queries, where every model has outcomes, instead of on a"
            + " small validation set. Smoothing is an addition; its default 0 leaves it out.")
public record KMeans(int clusters, double smoothing) implements RoutingMethod {

  /** Rejects {@code clusters < 1} and negative smoothing. */
  public KMeans {
    Require.positive("clusters", clusters);
    Require.between("smoothing", smoothing, 0, Double.MAX_VALUE);
  }

  /** 64 clusters, no smoothing. */
  public KMeans() {
    this(64, 0);
  }

  @Override
  public String name() {
    return "k-means";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    FloatMatrix points = train.queries().embeddings();
    Clustering clustering = Clustering.of(train, clusters, context);
    FloatMatrix means =
        OutcomeMeans.byGroup(
            train.outcomes(), clustering.assign(points), clustering.size(), smoothing);
    return (ScoringRouter) queries -> means.selectRows(clustering.assign(queries.embeddings()));
  }
}
