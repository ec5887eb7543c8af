package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * A network with one more output than there are models, for the loss only.
 *
 * @param network made for one model more
 */
record AuxiliaryNetwork(Network network) implements Network {

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    return network.initialise(inputs, Arrays.copyOf(logits, logits.length + 1), seed);
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    return network.forward(inputs, weights, noise);
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    UnaryOperator<FloatMatrix> whole = network.freeze(weights);
    return rows -> withoutLast(whole.apply(rows));
  }

  private static FloatMatrix withoutLast(FloatMatrix outputs) {
    int models = outputs.columns() - 1;
    float[] all = outputs.toArray();
    float[] kept = new float[outputs.rows() * models];
    for (int row = 0; row < outputs.rows(); row++) {
      System.arraycopy(all, row * (models + 1), kept, row * models, models);
    }
    return FloatMatrix.wrap(outputs.rows(), models, kept);
  }
}
