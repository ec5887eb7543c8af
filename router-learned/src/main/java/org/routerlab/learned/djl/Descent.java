package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Training;

/** The weights of a training, moved step by step against the gradient of its loss. */
abstract class Descent {

  private final Training settings;
  private final List<Weights> weights;
  private int steps;

  Descent(Training settings, List<Parameter> parameters) {
    this.settings = settings;
    this.weights = parameters.stream().map(Weights::of).toList();
  }

  /** Begins at the given parameters, with the optimizer of the settings. */
  static Descent of(Training settings, List<Parameter> parameters) {
    return switch (settings.optimizer()) {
      case ADAMW -> new AdamW(settings, parameters);
      case SGD -> new MomentumDescent(settings, parameters);
    };
  }

  /** The present values as arrays of the engine. */
  final List<NDArray> upload(NDManager manager) {
    return weights.stream().map(one -> one.upload(manager)).toList();
  }

  /** A copy of the present values. */
  final List<FloatMatrix> snapshot() {
    return weights.stream().map(Weights::copy).toList();
  }

  /** Takes one step at the full learning rate. */
  final void step(List<float[]> gradients) {
    step(gradients, 1);
  }

  /**
   * Takes one step against the gradients, cut to the length the settings allow.
   *
   * @param share the share of the learning rate to use
   * @throws IllegalStateException where a gradient is not finite
   */
  final void step(List<float[]> gradients, double share) {
    double length = length(gradients);
    if (!Double.isFinite(length)) {
      throw new IllegalStateException(
          "training diverged at step "
              + (steps + 1)
              + ": the gradient is not finite; lower learningRate (it is "
              + settings.learningRate()
              + ")");
    }
    steps++;
    begin(steps, settings.learningRate() * share);
    float scale = (float) Math.min(1, settings.gradientClip() / length);
    for (int i = 0; i < weights.size(); i++) {
      Weights one = weights.get(i);
      update(i, one.values(), gradients.get(i), scale, one.decays());
    }
  }

  /** Prepares for a step, the first being 1, at a learning rate. */
  abstract void begin(int step, double learningRate);

  /**
   * Moves the weights of one parameter.
   *
   * @param parameter its number
   * @param scale what the gradient is to be multiplied by
   */
  abstract void update(
      int parameter, float[] values, float[] gradient, float scale, boolean decays);

  /** The settings of the training. */
  final Training settings() {
    return settings;
  }

  /** Zeros for each value of each parameter. */
  static float[][] zeros(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> new float[parameter.initial().toArray().length])
        .toArray(float[][]::new);
  }

  private static double length(List<float[]> gradients) {
    double squares = 0;
    for (float[] gradient : gradients) {
      for (float value : gradient) {
        squares += (double) value * value;
      }
    }
    return Math.sqrt(squares);
  }

  private record Weights(int rows, int columns, boolean decays, float[] values) {

    static Weights of(Parameter parameter) {
      FloatMatrix initial = parameter.initial();
      return new Weights(initial.rows(), initial.columns(), parameter.decays(), initial.toArray());
    }

    NDArray upload(NDManager manager) {
      return Torch.array(manager, values, new Shape(rows, columns));
    }

    FloatMatrix copy() {
      return FloatMatrix.wrap(rows, columns, values.clone());
    }
  }
}
