package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * A hidden layer that each model scales and shifts: Perez et al., FiLM: Visual Reasoning with a
 * General Conditioning Layer (arXiv 1709.07871).
 *
 * <p>Parameters, in this order: weights and bias of the hidden layer; a vector for each model; what
 * makes of it the scale (less 1) and the shift; the read-out; a bias for each model.
 *
 * @param hidden the width of the hidden layer
 * @param modelWidth the length of the models' vectors
 * @param dropout the share of the hidden layer left out in training
 */
record FilmNetwork(int hidden, int modelWidth, double dropout) implements Network {

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    DoubleSupplier hiddenLayer = uniform(random, inputs);
    DoubleSupplier modulation = uniform(random, modelWidth);
    return List.of(
        new Parameter(DenseNetwork.filled(hidden, inputs, hiddenLayer), true),
        new Parameter(DenseNetwork.filled(1, hidden, hiddenLayer), false),
        new Parameter(DenseNetwork.filled(logits.length, modelWidth, random::nextGaussian), false),
        new Parameter(DenseNetwork.filled(hidden, modelWidth, modulation), true),
        new Parameter(DenseNetwork.filled(hidden, modelWidth, modulation), true),
        new Parameter(DenseNetwork.filled(1, hidden, () -> 0), true),
        new Parameter(FloatMatrix.of(logits.clone()), false));
  }

  private static DoubleSupplier uniform(SplittableRandom random, int width) {
    double bound = 1 / Math.sqrt(width);
    return () -> bound * (2 * random.nextDouble() - 1);
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDArray layer = inputs.dot(weights.get(0).transpose()).add(weights.get(1));
    NDArray values = Activation.relu(layer);
    values = dropout == 0 ? values : noise.dropout(values, dropout);
    NDArray vectors = weights.get(2);
    NDArray scales = vectors.dot(weights.get(3).transpose()).add(1);
    NDArray shifts = vectors.dot(weights.get(4).transpose());
    NDArray modulated = values.expandDims(1).mul(scales.expandDims(0)).add(shifts.expandDims(0));
    NDArray readOut = Activation.relu(modulated).matMul(weights.get(5).transpose());
    return readOut.squeeze(2).add(weights.get(6));
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    PackedMatrix layer = PackedMatrix.of(weights.get(0));
    float[] bias = weights.get(1).row(0);
    float[] scales = Kernels.product(weights.get(2), PackedMatrix.of(weights.get(3))).toArray();
    float[] shifts = Kernels.product(weights.get(2), PackedMatrix.of(weights.get(4))).toArray();
    float[] readOut = weights.get(5).row(0);
    float[] modelBias = weights.get(6).row(0);
    return rows -> {
      float[] values = DenseNetwork.affine(rows, layer, bias, true).toArray();
      float[] outputs = new float[rows.rows() * modelBias.length];
      for (int cell = 0; cell < outputs.length; cell++) {
        int start = cell / modelBias.length * hidden;
        int model = cell % modelBias.length;
        double sum = modelBias[model];
        for (int i = 0; i < hidden; i++) {
          float scale = 1 + scales[model * hidden + i];
          float modulated = scale * values[start + i] + shifts[model * hidden + i];
          sum += readOut[i] * Math.max(0, modulated);
        }
        outputs[cell] = (float) sum;
      }
      return FloatMatrix.wrap(rows.rows(), modelBias.length, outputs);
    };
  }
}
