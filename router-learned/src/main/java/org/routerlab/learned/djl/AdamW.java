package org.routerlab.learned.djl;

import java.util.List;
import org.routerlab.learned.engine.Training;

/**
 * Adam with decoupled weight decay: Loshchilov and Hutter, Decoupled Weight Decay Regularization
 * (arXiv 1711.05101), algorithm 2.
 */
final class AdamW extends Descent {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** For each value the running mean of its gradient, and of the gradient's square. */
  private final float[][] means;

  private final float[][] squares;
  private float rate;
  private float correction;
  private float decay;

  AdamW(Training settings, List<Parameter> parameters) {
    super(settings, parameters);
    this.means = zeros(parameters);
    this.squares = zeros(parameters);
  }

  @Override
  void begin(int step, double learningRate) {
    rate = (float) (learningRate / (1 - StrictMath.pow(BETA1, step)));
    decay = (float) (learningRate * settings().weightDecay());
    correction = (float) (1 / Math.sqrt(1 - StrictMath.pow(BETA2, step)));
  }

  @Override
  void update(int parameter, float[] values, float[] gradient, float scale, boolean decays) {
    float keep = decays ? 1 - decay : 1;
    float[] mean = means[parameter];
    float[] square = squares[parameter];
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i] * scale;
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * slope;
      square[i] = BETA2 * square[i] + (1 - BETA2) * slope * slope;
      float root = (float) Math.sqrt(square[i]) * correction + EPSILON;
      values[i] = keep * values[i] - rate * mean[i] / root;
    }
  }
}
