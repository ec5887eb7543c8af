package org.routerlab.learned;

import java.util.Arrays;
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
 * Predicts a model's score as its mean over the validation queries in the query's cluster, the
 * clusters being those of the training queries.
 *
 * <p>A model is known by one number a cluster, so that a new model needs outcomes on the small
 * validation set only. Where a model has none there, all means are taken on the training queries.
 * Accuracy on the validation queries is flattering, therefore, the more so the more clusters there
 * are: it cannot choose their number.
 *
 * <p>Cost: training clusters the queries once; a decision compares the query with the centroids.
 * Money is weighed after the fact.
 *
 * @param clusters the number of clusters, at least 1; one for each distinct training query where
 *     there are fewer
 * @param smoothing how many scores at the model's mean are added to each cluster; at least 0
 */
@Paper(
    title = "Universal Model Routing for Efficient LLM Inference",
    url = "https://arxiv.org/abs/2502.08773",
    deviations =
        "Smoothing is an addition; its default 0 leaves it out. A cluster without validation"
            + " queries takes the models' means over all of them.")
public record UniRoute(int clusters, double smoothing) implements RoutingMethod {

  /** Rejects {@code clusters < 1} and negative smoothing. */
  public UniRoute {
    Require.positive("clusters", clusters);
    Require.between("smoothing", smoothing, 0, Double.MAX_VALUE);
  }

  /** 64 clusters, no smoothing. */
  public UniRoute() {
    this(64, 0);
  }

  @Override
  public String name() {
    return "uniroute";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Clustering clustering = Clustering.of(train, clusters, context);
    RoutingData labelled = knowsEveryModel(validation) ? validation : train;
    FloatMatrix means =
        OutcomeMeans.byGroup(
            labelled.outcomes(),
            clustering.assign(labelled.queries().embeddings()),
            clustering.size(),
            smoothing);
    return (ScoringRouter) queries -> means.selectRows(clustering.assign(queries.embeddings()));
  }

  private static boolean knowsEveryModel(RoutingData data) {
    return Arrays.stream(data.outcomes().meanScores()).noneMatch(Double::isNaN);
  }
}
