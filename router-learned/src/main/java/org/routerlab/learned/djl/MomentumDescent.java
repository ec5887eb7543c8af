package org.routerlab.learned.djl;

import java.util.List;
import org.routerlab.learned.engine.Training;

/**
 * Gradient descent with momentum: each step goes along the present gradient plus 0.9 of the last
 * step's direction. Weight decay is part of the gradient, and added after the cut.
 */
final class MomentumDescent extends Descent {

  private static final float MOMENTUM = 0.9f;

  private final float[][] directions;
  private float rate;

  MomentumDescent(Training settings, List<Parameter> parameters) {
    super(settings, parameters);
    this.directions = zeros(parameters);
  }

  @Override
  void begin(int step, double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  void update(int parameter, float[] values, float[] gradient, float scale, boolean decays) {
    float decay = decays ? (float) settings().weightDecay() : 0;
    float[] direction = directions[parameter];
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i] * scale + decay * values[i];
      direction[i] = MOMENTUM * direction[i] + slope;
      values[i] -= rate * direction[i];
    }
  }
}
