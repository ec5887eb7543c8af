package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * Fully connected layers, each with a weight matrix (outputs × inputs) and a bias (1 × outputs).
 *
 * <p>Hidden weights and biases start uniformly in ±1/√inputs, output weights normally.
 *
 * @param hidden the widths of the hidden layers
 * @param rectified whether hidden values below 0 become 0
 * @param dropout the share of each hidden layer left out in training
 * @param inputNoise the size of the noise on the inputs in training, relative to theirs
 * @param outputDeviation the standard deviation of the first output weights
 */
record DenseNetwork(
    List<Integer> hidden,
    boolean rectified,
    double dropout,
    double inputNoise,
    double outputDeviation)
    implements Network {

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    List<Parameter> parameters = new ArrayList<>();
    int width = inputs;
    for (int outputs : hidden) {
      double bound = 1 / Math.sqrt(width);
      DoubleSupplier uniform = () -> bound * (2 * random.nextDouble() - 1);
      parameters.add(new Parameter(filled(outputs, width, uniform), true));
      parameters.add(new Parameter(filled(1, outputs, uniform), false));
      width = outputs;
    }
    DoubleSupplier normal = () -> outputDeviation * random.nextGaussian();
    parameters.add(new Parameter(filled(logits.length, width, normal), true));
    parameters.add(new Parameter(FloatMatrix.of(logits.clone()), false));
    return parameters;
  }

  private static FloatMatrix filled(int rows, int columns, DoubleSupplier source) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) source.getAsDouble();
    }
    return FloatMatrix.wrap(rows, columns, values);
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray values = inputNoise == 0 ? inputs : noise.relativeGaussian(inputs, inputNoise);
    for (int layer = 0; layer <= hidden.size(); layer++) {
      values = values.dot(weights.get(2 * layer).transpose()).add(weights.get(2 * layer + 1));
      if (layer < hidden.size()) {
        values = rectified ? Activation.relu(values) : values;
        values = dropout == 0 ? values : noise.dropout(values, dropout);
      }
    }
    return values;
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    List<FrozenLayer> layers = new ArrayList<>();
    for (int layer = 0; layer <= hidden.size(); layer++) {
      layers.add(
          new FrozenLayer(
              PackedMatrix.of(weights.get(2 * layer)),
              weights.get(2 * layer + 1),
              rectified && layer < hidden.size()));
    }
    return rows -> {
      FloatMatrix values = rows;
      for (FrozenLayer layer : layers) {
        values = layer.apply(values);
      }
      return values;
    };
  }

  private record FrozenLayer(PackedMatrix weights, FloatMatrix bias, boolean rectified) {

    FloatMatrix apply(FloatMatrix inputs) {
      float[] values = Kernels.product(inputs, weights).toArray();
      float[] added = bias.row(0);
      for (int i = 0; i < values.length; i++) {
        float value = values[i] + added[i % added.length];
        values[i] = rectified ? Math.max(0, value) : value;
      }
      return FloatMatrix.wrap(inputs.rows(), added.length, values);
    }
  }
}
