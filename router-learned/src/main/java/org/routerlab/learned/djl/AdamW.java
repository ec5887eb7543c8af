package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Training;

/**
 * Adam with decoupled weight decay: Loshchilov and Hutter, Decoupled Weight Decay Regularization
 * (arXiv 1711.05101), algorithm 2.
 */
final class AdamW {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Training settings;
  private final List<State> states = new ArrayList<>();
  private int steps;

  AdamW(Training settings, List<Parameter> parameters) {
    this.settings = settings;
    parameters.forEach(parameter -> states.add(new State(parameter)));
  }

  /** The present values as arrays of the engine. */
  List<NDArray> upload(NDManager manager) {
    return states.stream().map(state -> state.upload(manager)).toList();
  }

  /** A copy of the present values. */
  List<FloatMatrix> snapshot() {
    return states.stream().map(State::copy).toList();
  }

  /** Takes one step at the full learning rate. */
  void step(List<float[]> gradients) {
    step(gradients, 1);
  }

  /**
   * Takes one step against the gradients, cut to the length the settings allow.
   *
   * @param share the share of the learning rate to use
   * @throws IllegalStateException where a gradient is not finite
   */
  void step(List<float[]> gradients, double share) {
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
    float scale = (float) Math.min(1, settings.gradientClip() / length);
    double learningRate = settings.learningRate() * share;
    float rate = (float) (learningRate / (1 - StrictMath.pow(BETA1, steps)));
    float correction = (float) (1 / Math.sqrt(1 - StrictMath.pow(BETA2, steps)));
    float decay = (float) (learningRate * settings.weightDecay());
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      state.update(gradients.get(i), scale, rate, correction, state.decays ? 1 - decay : 1);
    }
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

  /** A parameter with the running means of its gradient and of the gradient's square. */
  private static final class State {
    private final int rows;
    private final int columns;
    private final boolean decays;
    private final float[] values;
    private final float[] means;
    private final float[] squares;

    State(Parameter parameter) {
      this.rows = parameter.initial().rows();
      this.columns = parameter.initial().columns();
      this.decays = parameter.decays();
      this.values = parameter.initial().toArray();
      this.means = new float[values.length];
      this.squares = new float[values.length];
    }

    NDArray upload(NDManager manager) {
      return Torch.array(manager, values, new Shape(rows, columns));
    }

    FloatMatrix copy() {
      return FloatMatrix.wrap(rows, columns, values.clone());
    }

    void update(float[] gradient, float scale, float rate, float correction, float keep) {
      for (int i = 0; i < values.length; i++) {
        float slope = gradient[i] * scale;
        means[i] = BETA1 * means[i] + (1 - BETA1) * slope;
        squares[i] = BETA2 * squares[i] + (1 - BETA2) * slope * slope;
        float root = (float) Math.sqrt(squares[i]) * correction + EPSILON;
        values[i] = keep * values[i] - rate * means[i] / root;
      }
    }
  }
}
