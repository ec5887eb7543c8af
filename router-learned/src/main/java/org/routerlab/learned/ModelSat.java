package org.routerlab.learned;

import org.routerlab.core.ContractException;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.CapabilityNetwork;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer from the query and the model's capabilities: its mean
 * scores on clusters of the training queries.
 *
 * <p>One function serves all models; a new model needs its capabilities only.
 *
 * <p>Cost: training takes steps of queries × models × width × hidden operations, a decision models
 * × width × hidden. Money is weighed after the fact.
 *
 * @param clusters the number of capabilities, at least 1; one for each distinct training query
 *     where there are fewer
 * @param smoothing how many scores at the model's training mean are added to each cluster; at least
 *     0
 * @param width of the projections of query and capabilities, at least 1
 * @param hidden the width of the hidden layer, or 0 for a bilinear function
 * @param training how to train
 */
@Paper(
    title = "Capability Instruction Tuning: A New Paradigm for Dynamic LLM Routing",
    url = "https://arxiv.org/abs/2502.17282",
    deviations =
        "A small network reads the capabilities as numbers, where the publication tunes a language"
            + " model to read them as text. Capabilities are means on clusters of the training"
            + " queries, each query's own score among them, instead of accuracies on a benchmark's"
            + " tasks.")
@ContractException(
    check = "skips unobserved training scores",
    reason =
        "It skips them, but learns which capability counts for a query from outcomes alone; half of"
            + " the few there are leave it at the mean capability.")
public record ModelSat(int clusters, double smoothing, int width, int hidden, Training training)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public ModelSat {
    Require.positive("clusters", clusters);
    Require.between("smoothing", smoothing, 0, Double.MAX_VALUE);
    Require.positive("width", width);
    Require.between("hidden", hidden, 0, Integer.MAX_VALUE);
  }

  /** 64 clusters, smoothing 10, width 64, a hidden layer of 128. */
  public ModelSat() {
    this(64, 10, 64, 128, new Training());
  }

  @Override
  public String name() {
    return "model-sat";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder order = PoolOrder.of(train.pool());
    RoutingData sorted = order.sort(train);
    Clustering clustering = Clustering.of(train, clusters, context);
    FloatMatrix means =
        OutcomeMeans.byGroup(
            sorted.outcomes(),
            clustering.assign(train.queries().embeddings()),
            clustering.size(),
            smoothing);
    CapabilityNetwork network = new CapabilityNetwork(transposed(means), width, hidden);
    return order.restore(
        new NeuralTrainer(training, network, RoutingLoss.binaryCrossEntropy())
            .fit(sorted, order.sort(validation), context.seed()));
  }

  private static FloatMatrix transposed(FloatMatrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.get(i % matrix.rows(), i / matrix.rows());
    }
    return FloatMatrix.wrap(matrix.columns(), matrix.rows(), values);
  }
}
