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
    return new DenseNetwork(hidden, false, true, dropout, 0, 0);
  }

  /**
   * The dot product of a vector of each model with a linear projection of the query, plus a bias
   * for each model.
   *
   * @param rank the length of the models' vectors
   * @param inputNoise the size of the Gaussian noise on the inputs in training, relative to theirs
   */
  static Network product(int rank, double inputNoise) {
    return new DenseNetwork(List.of(rank), false, false, 0, inputNoise, 1 / Math.sqrt(rank));
  }

  /**
   * As {@link #dense}, with every hidden layer normalised within a query before it is rectified.
   *
   * @param hidden the widths of the hidden layers; may be empty
   * @param dropout the share of each hidden layer left out in training
   */
  static Network normalised(List<Integer> hidden, double dropout) {
    return new DenseNetwork(hidden, true, true, dropout, 0, 0);
  }

  /**
   * A feed-forward network with rectified hidden layers for each model, which share nothing.
   *
   * <p>All weights start at random, the output's too, so that an untrained network knows nothing of
   * the models' training means.
   *
   * @param hidden the widths of the hidden layers of each; at least one layer
   */
  static Network separate(List<Integer> hidden) {
    return new SeparateNetworks(hidden);
  }

  /**
   * One rectified hidden layer, of which every model sees its own scaling and shift, both linear in
   * a vector learned for the model; one read-out for all models. Untrained it predicts the models'
   * training means.
   *
   * @param hidden the width of the hidden layer
   * @param modelWidth the length of the models' vectors
   * @param dropout the share of the hidden layer left out in training
   */
  static Network film(int hidden, int modelWidth, double dropout) {
    return new FilmNetwork(hidden, modelWidth, dropout);
  }

  /**
   * A network with one more output than there are models, which is for the loss only: the last
   * column in training, absent in routing. Untrained its bias is 0.
   */
  static Network withAuxiliary(Network network) {
    return new AuxiliaryNetwork(network);
  }

  /**
   * The logit of a mean of fixed chances a cluster, weighted by a softmax over the clusters that is
   * linear in the embedding scaled to length 1.
   *
   * @param start clusters × dimensions: the weights of the softmax before training
   * @param chances clusters × models, each above 0 and below 1; models in the order of their names
   */
  static Network clusterMap(FloatMatrix start, FloatMatrix chances) {
    return new ClusterMapNetwork(start, chances);
  }
}
