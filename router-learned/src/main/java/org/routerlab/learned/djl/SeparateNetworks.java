package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.PackedMatrix;

/**
 * A feed-forward network a model, side by side: a parameter holds the matrices of all models one
 * below another, so that a layer of all models is one operation of the engine.
 *
 * <p>Weights and biases start uniformly in ±√(6 / (inputs + outputs)), the outputs' too.
 *
 * @param hidden the widths of the hidden layers of each network
 */
record SeparateNetworks(List<Integer> hidden) implements Network {

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    List<Parameter> parameters = new ArrayList<>();
    int width = inputs;
    for (int outputs : widths()) {
      double bound = Math.sqrt(6.0 / (width + outputs));
      int rows = logits.length * outputs;
      parameters.add(
          new Parameter(
              DenseNetwork.filled(rows, width, () -> bound * (2 * random.nextDouble() - 1)), true));
      parameters.add(
          new Parameter(
              DenseNetwork.filled(rows, 1, () -> bound * (2 * random.nextDouble() - 1)), false));
      width = outputs;
    }
    return parameters;
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(1);
    return widths;
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    int layers = weights.size() / 2;
    long models = weights.get(weights.size() - 1).getShape().get(0);
    // Models × width × queries.
    NDArray values = inputs.transpose();
    for (int layer = 0; layer < layers; layer++) {
      NDArray matrices = weights.get(2 * layer);
      NDArray biases = weights.get(2 * layer + 1);
      long width = matrices.getShape().get(0) / models;
      Shape perModel = new Shape(models, width, inputs.getShape().get(0));
      values =
          layer == 0
              ? matrices.matMul(values).reshape(perModel)
              : matrices.reshape(models, width, matrices.getShape().get(1)).matMul(values);
      values = values.add(biases.reshape(models, width, 1));
      values = layer < layers - 1 ? Activation.relu(values) : values;
    }
    return values.squeeze(1).transpose();
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    int models = weights.get(weights.size() - 1).rows();
    List<UnaryOperator<FloatMatrix>> networks =
        IntStream.range(0, models).mapToObj(model -> freeze(weights, model, models)).toList();
    return rows -> {
      float[] outputs = new float[rows.rows() * models];
      for (int model = 0; model < models; model++) {
        FloatMatrix column = networks.get(model).apply(rows);
        for (int row = 0; row < rows.rows(); row++) {
          outputs[row * models + model] = column.get(row, 0);
        }
      }
      return FloatMatrix.wrap(rows.rows(), models, outputs);
    };
  }

  private static UnaryOperator<FloatMatrix> freeze(
      List<FloatMatrix> weights, int model, int models) {
    List<UnaryOperator<FloatMatrix>> layers = new ArrayList<>();
    for (int layer = 0; layer < weights.size(); layer += 2) {
      PackedMatrix matrix = PackedMatrix.of(own(weights.get(layer), model, models));
      float[] bias = own(weights.get(layer + 1), model, models).toArray();
      boolean rectified = layer < weights.size() - 2;
      layers.add(rows -> DenseNetwork.affine(rows, matrix, bias, rectified));
    }
    return rows -> {
      FloatMatrix values = rows;
      for (UnaryOperator<FloatMatrix> layer : layers) {
        values = layer.apply(values);
      }
      return values;
    };
  }

  private static FloatMatrix own(FloatMatrix all, int model, int models) {
    int rows = all.rows() / models;
    return all.selectRows(IntStream.range(model * rows, (model + 1) * rows).toArray());
  }
}
