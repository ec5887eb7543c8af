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
 * @param normalised whether hidden values are first brought to mean 0 and deviation 1 within a
 *     query, then scaled and shifted as learned: Ba et al., Layer Normalization (arXiv 1607.06450)
 * @param rectified whether hidden values below 0 become 0
 * @param dropout the share of each hidden layer left out in training
 * @param inputNoise the size of the noise on the inputs in training, relative to theirs
 * @param outputDeviation the standard deviation of the first output weights
 */
record DenseNetwork(
    List<Integer> hidden,
    boolean normalised,
    boolean rectified,
    double dropout,
    double inputNoise,
    double outputDeviation)
    implements Network {

  private static final float SMALLEST_VARIANCE = 1e-5f;

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
      if (normalised) {
        parameters.add(new Parameter(filled(1, outputs, () -> 1), false));
        parameters.add(new Parameter(filled(1, outputs, () -> 0), false));
      }
      width = outputs;
    }
    DoubleSupplier normal = () -> outputDeviation * random.nextGaussian();
    parameters.add(new Parameter(filled(logits.length, width, normal), true));
    parameters.add(new Parameter(FloatMatrix.of(logits.clone()), false));
    return parameters;
  }

  /** The number of parameters of a hidden layer. */
  private int stride() {
    return normalised ? 4 : 2;
  }

  /** A matrix of numbers drawn one after another. */
  static FloatMatrix filled(int rows, int columns, DoubleSupplier source) {
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
      int first = layer * stride();
      values = values.dot(weights.get(first).transpose()).add(weights.get(first + 1));
      if (layer < hidden.size()) {
        values =
            normalised
                ? normalise(values).mul(weights.get(first + 2)).add(weights.get(first + 3))
                : values;
        values = rectified ? Activation.relu(values) : values;
        values = dropout == 0 ? values : noise.dropout(values, dropout);
      }
    }
    return values;
  }

  private static NDArray normalise(NDArray values) {
    NDArray centred = values.sub(values.mean(new int[] {1}, true));
    NDArray variance = centred.square().mean(new int[] {1}, true);
    return centred.div(variance.add(SMALLEST_VARIANCE).sqrt());
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    List<UnaryOperator<FloatMatrix>> steps = new ArrayList<>();
    for (int layer = 0; layer <= hidden.size(); layer++) {
      int first = layer * stride();
      boolean isHidden = layer < hidden.size();
      boolean rectifies = isHidden && rectified;
      PackedMatrix matrix = PackedMatrix.of(weights.get(first));
      float[] bias = weights.get(first + 1).row(0);
      if (isHidden && normalised) {
        float[] gain = weights.get(first + 2).row(0);
        float[] shift = weights.get(first + 3).row(0);
        steps.add(rows -> normalise(affine(rows, matrix, bias, false), gain, shift, rectifies));
      } else {
        steps.add(rows -> affine(rows, matrix, bias, rectifies));
      }
    }
    return rows -> {
      FloatMatrix values = rows;
      for (UnaryOperator<FloatMatrix> step : steps) {
        values = step.apply(values);
      }
      return values;
    };
  }

  /** A fully connected layer in plain Java. */
  static FloatMatrix affine(
      FloatMatrix inputs, PackedMatrix weights, float[] bias, boolean rectified) {
    float[] values = Kernels.product(inputs, weights).toArray();
    for (int i = 0; i < values.length; i++) {
      float value = values[i] + bias[i % bias.length];
      values[i] = rectified ? Math.max(0, value) : value;
    }
    return FloatMatrix.wrap(inputs.rows(), bias.length, values);
  }

  private static FloatMatrix normalise(
      FloatMatrix inputs, float[] gain, float[] shift, boolean rectified) {
    float[] values = inputs.toArray();
    int width = gain.length;
    for (int start = 0; start < values.length; start += width) {
      double sum = 0;
      for (int i = 0; i < width; i++) {
        sum += values[start + i];
      }
      double mean = sum / width;
      double squares = 0;
      for (int i = 0; i < width; i++) {
        squares += (values[start + i] - mean) * (values[start + i] - mean);
      }
      double deviation = Math.sqrt(squares / width + SMALLEST_VARIANCE);
      for (int i = 0; i < width; i++) {
        float value = (float) ((values[start + i] - mean) / deviation) * gain[i] + shift[i];
        values[start + i] = rectified ? Math.max(0, value) : value;
      }
    }
    return FloatMatrix.wrap(inputs.rows(), width, values);
  }
}
