package org.routerlab.learned;

import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer as a mean of the model's scores in all clusters, weighted
 * by how much the query belongs to each, which is learned.
 *
 * <p>The weights are a softmax that starts at the similarity to the centroids; the scores in the
 * clusters stay as they are.
 *
 * <p>Cost: training clusters the queries once and fits clusters × dimensions weights; a decision
 * multiplies the query with them. Money is weighed after the fact.
 *
 * @param clusters the number of clusters, at least 1; one for each distinct training query where
 *     there are fewer
 * @param temperature by what the centroids are divided to start with, above 0: the difference in
 *     cosine that divides a weight by e
 * @param training how to train; not on standardised embeddings, which the centroids would not fit
 */
@Paper(
    title = "Universal Model Routing for Efficient LLM Inference",
    url = "https://arxiv.org/abs/2502.08773",
    deviations =
        "Scores in clusters are means over the training queries, where every model has outcomes,"
            + " instead of a small validation set, which serves for early stopping here; a training"
            + " query's own score is part of its cluster's mean. They are kept 0.0001 away from 0"
            + " and 1.")
public record UniRouteMap(int clusters, double temperature, Training training)
    implements RoutingMethod {

  private static final float SMALLEST_CHANCE = 1e-4f;

  /** Rejects {@code clusters < 1}, a temperature not above 0, and standardisation. */
  public UniRouteMap {
    Require.positive("clusters", clusters);
    Require.positive("temperature", temperature);
    if (training.standardise()) {
      throw new IllegalArgumentException("training.standardise must be false but is true");
    }
  }

  /** 64 clusters, temperature 0.1 as published, and batches of 512 at 1e-3. */
  public UniRouteMap() {
    this(64, 0.1, new Training(30, 512, 1e-3, 1e-4, 8, 2, 1.0, false, Checkpoint.BEST_ROUTING));
  }

  @Override
  public String name() {
    return "uniroute-map";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    RoutingData sorted = columns.sort(train);
    Clustering clustering = Clustering.of(train, clusters, context);
    Network network =
        Network.clusterMap(divided(clustering.centroids()), chances(clustering, sorted));
    return columns.restore(
        new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
            .fit(sorted, columns.sort(validation), context.seed()));
  }

  private FloatMatrix divided(FloatMatrix centroids) {
    float[] values = centroids.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / temperature);
    }
    return FloatMatrix.wrap(centroids.rows(), centroids.columns(), values);
  }

  private static FloatMatrix chances(Clustering clustering, RoutingData data) {
    OutcomeTable outcomes = data.outcomes();
    int[] groups = clustering.assign(data.queries().embeddings());
    FloatMatrix means = OutcomeMeans.byGroup(outcomes, groups, clustering.size(), 0);
    float[] values = means.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(SMALLEST_CHANCE, Math.min(1 - SMALLEST_CHANCE, values[i]));
    }
    return FloatMatrix.wrap(means.rows(), means.columns(), values);
  }
}
