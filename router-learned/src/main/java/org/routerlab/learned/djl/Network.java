package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A function from query embeddings to one logit a model, with parameters to fit.
 *
 * <p>It is written twice: on the engine's arrays for training, and in plain Java for routing, where
 * a prediction must not depend on the other queries of a batch, not even in the last bit.
 */
public interface Network {

  /**
   * The parameters before training.
   *
   * @param inputs the length of an embedding
   * @param logits for each model, the logit of its mean training score, for output biases
   */
  List<Parameter> initialise(int inputs, float[] logits, Seed seed);

  /**
   * Logits for training.
   *
   * @param inputs queries × dimensions
   * @param weights the parameters in the order of {@link #initialise}, each rows × columns
   * @param noise draws what is random in training
   * @return queries × models; further columns may follow for the loss
   */
  NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise);

  /**
   * Logits for training, for a network that looks at the outcomes of a batch too: one that learns
   * from some of them how to predict the others. Other networks do without.
   *
   * @param inputs queries × dimensions
   * @param batch the outcomes of the same queries
   * @return queries × models; further columns may follow for the loss
   */
  default NDArray forward(NDArray inputs, Batch batch, List<NDArray> weights, Noise noise) {
    return forward(inputs, weights, noise);
  }

  /**
   * The same function without noise, in plain Java: queries × dimensions to queries × models.
   *
   * @param weights the parameters in the order of {@link #initialise}
   * @return thread-safe; each row of its result depends on that row alone
   */
  UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights);

  /**
   * A feed-forward network with rectified hidden layers.
   *
   * <p>Output weights start at 0, so that an untrained network predicts the models' training means:
   * it routes as the best single model does.
   *
   * @param hidden the widths of the hidden layers; may be empty
   * @param dropout the share of each hidden layer left out in training
   */
  static Network dense(List<Integer> hidden, double dropout) {
    return new DenseNetwork(hidden, true, dropout, 0, 0);
  }

  /**
   * The dot product of a vector of each model with a linear projection of the query, plus a bias
   * for each model.
   *
   * @param rank the length of the models' vectors
   * @param inputNoise the size of the Gaussian noise on the inputs in training, relative to theirs
   */
  static Network product(int rank, double inputNoise) {
    return new DenseNetwork(List.of(rank), false, 0, inputNoise, 1 / Math.sqrt(rank));
  }
}
