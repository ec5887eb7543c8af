package org.routerlab.learned;

import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.NirtNetwork;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.FeatureMap;
import org.routerlab.learned.engine.Standardiser;
import org.routerlab.learned.engine.Training;
import org.routerlab.learned.engine.UnitRows;

/**
 * Predicts the chance of a correct answer from how far a model's abilities exceed the query's
 * difficulties, read by a network that never holds a better ability against a model.
 *
 * <p>Each ability belongs to a cluster of the training queries; it counts the more, the nearer the
 * query is to the cluster's centroid.
 *
 * <p>Cost: training takes steps of queries × models × abilities × hidden operations, a decision
 * models × abilities × hidden. Money is weighed after the fact.
 *
 * @param abilities how many; one for each distinct training query where there are fewer, at least 1
 * @param temperature how widely a query's relevance is spread over the abilities, in cosine; in
 *     [0.005, 10]
 * @param hidden the width of the hidden layer, at least 1
 * @param dropout the share of the hidden layer left out at random in training, in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title = "IRT-Router: Effective and Interpretable Multi-LLM Routing via Item Response Theory",
    url = "https://arxiv.org/abs/2506.01048",
    deviations =
        "The neural variant. Relevances are soft assignments to k-means centroids instead of labels"
            + " given by a language model, and abilities are free parameters instead of functions of"
            + " a description; they start at the model's training mean. Layers have biases."
            + " Narrower by default: 64 in place of 512.")
public record IrtRouter(
    int abilities, double temperature, int hidden, double dropout, Training training)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public IrtRouter {
    Require.positive("abilities", abilities);
    Require.between("temperature", temperature, 0.005, 10);
    Require.positive("hidden", hidden);
    Require.between("dropout", dropout, 0, 0.9);
  }

  /** 25 abilities at temperature 0.05, a hidden layer of 64, dropout 0.5. */
  public IrtRouter() {
    this(25, 0.05, 64, 0.5, new Training());
  }

  @Override
  public String name() {
    return "irt-router";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    FloatMatrix points = train.queries().embeddings();
    FloatMatrix centroids = Clustering.of(train, abilities, context).centroids();
    PackedMatrix packed = PackedMatrix.of(UnitRows.of(centroids));
    Standardiser scale =
        training.standardise() ? Standardiser.of(points) : Standardiser.identity(points.columns());
    FeatureMap features =
        new FeatureMap(
            rows ->
                beside(scale.apply(rows), relevance(Kernels.product(UnitRows.of(rows), packed))));
    NeuralTrainer trainer =
        new NeuralTrainer(
            // The features are standardised already, where they should be.
            training.withStandardise(false),
            new NirtNetwork(packed.rows(), hidden, dropout),
            RoutingLoss.binaryCrossEntropy());
    return features.before(
        trainer.fit(features.apply(train), features.apply(validation), context.seed()));
  }

  /** The softmax of each row's cosines. */
  private FloatMatrix relevance(FloatMatrix cosines) {
    float[] values = new float[cosines.rows() * cosines.columns()];
    for (int row = 0; row < cosines.rows(); row++) {
      float[] shares = cosines.row(row);
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        // Cosines are at most 1, so that nothing overflows.
        sum += StrictMath.exp((shares[i] - 1) / temperature);
      }
      for (int i = 0; i < shares.length; i++) {
        values[row * shares.length + i] =
            (float) (StrictMath.exp((shares[i] - 1) / temperature) / sum);
      }
    }
    return FloatMatrix.wrap(cosines.rows(), cosines.columns(), values);
  }

  private static FloatMatrix beside(FloatMatrix left, FloatMatrix right) {
    int columns = left.columns() + right.columns();
    float[] values = new float[left.rows() * columns];
    for (int row = 0; row < left.rows(); row++) {
      left.copyRow(row, values, row * columns);
      right.copyRow(row, values, row * columns + left.columns());
    }
    return FloatMatrix.wrap(left.rows(), columns, values);
  }
}
