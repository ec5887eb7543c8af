package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.TrainingContext;
import org.routerlab.learned.djl.ContrastiveLoss;
import org.routerlab.learned.djl.CosineNetwork;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.Output;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.Training;

/**
 * Scores a model by the cosine of a key learned for it with a projection of the query.
 *
 * <p>Two contrasts shape the projection: a query is drawn to the models that answer it correctly
 * and away from those that do not, and to a query of its own cluster and away from queries of
 * others.
 *
 * <p>Cost: training takes steps of queries × width × (dimensions + models + queries of a batch)
 * operations, a decision width × (dimensions + models). Money is not considered; scores are
 * similarities, so that a price can be weighed only after calibration.
 *
 * @param width of the projection and the keys, at least 1
 * @param temperature what cosines are divided by in training; lower for sharper contrasts, in
 *     [0.01, 10]
 * @param clusterWeight the weight of the contrast between queries, at least 0
 * @param clusters the number of clusters of the training queries, at least 1
 * @param negatives with how many queries of other clusters a query is contrasted, at least 1
 * @param training how to train
 */
@Paper(
    title = "RouterDC: Query-Based Router by Dual Contrastive Learning for Assembling LLMs",
    url = "https://arxiv.org/abs/2409.19886",
    deviations =
        "Embeddings are frozen, so that a linear projection is trained in place of the encoder."
            + " All correct models are positives, by their mean, and all observed wrong ones"
            + " negatives, since the best few are arbitrary among binary scores. Clusters are"
            + " k-means on the embeddings without t-SNE. A query is never its own positive, and the"
            + " temperature applies to both contrasts.")
public record RouterDc(
    int width,
    double temperature,
    double clusterWeight,
    int clusters,
    int negatives,
    Training training)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public RouterDc {
    Require.positive("width", width);
    Require.between("temperature", temperature, 0.01, 10);
    Require.between("clusterWeight", clusterWeight, 0, Double.MAX_VALUE);
    Require.positive("clusters", clusters);
    Require.positive("negatives", negatives);
  }

  /**
   * Width 256, temperature 0.2, weight 0.5, 8 clusters, 3 negatives; batches of 64, embeddings as
   * they are.
   */
  public RouterDc() {
    this(256, 0.2, 0.5, 8, 3, new Training().withBatchSize(64).withStandardise(false));
  }

  @Override
  public String name() {
    return "router-dc";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    int[] groups = Clustering.of(train, clusters, context).assign(train.queries().embeddings());
    ContrastiveLoss loss =
        new ContrastiveLoss(temperature, clusterWeight, negatives, groups, context.seed());
    return new NeuralTrainer(
            training, new CosineNetwork(width), loss, Output.raw(ScoreKind.SIMILARITY))
        .fit(train, validation, context.seed());
  }
}
