package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.routerlab.core.Seed;

/**
 * Draws what is random within the forward pass of a training.
 *
 * <p>The numbers come from a seed and not from the engine, whose generator is one for the whole
 * process. Not thread-safe: one a training.
 */
public final class Noise {

  private final SplittableRandom random;

  private Noise(SplittableRandom random) {
    this.random = random;
  }

  /** The noise of one training. */
  static Noise of(Seed seed) {
    return new Noise(seed.stream("noise"));
  }

  /**
   * Sets each value to 0 with probability {@code rate} and divides the others by {@code 1 - rate}.
   */
  public NDArray dropout(NDArray values, double rate) {
    double kept = 1 / (1 - rate);
    return values.mul(drawn(values, () -> random.nextDouble() < rate ? 0 : kept));
  }

  /**
   * Adds to each value a normal number with {@code size} times the root mean square of its row as
   * standard deviation.
   */
  public NDArray relativeGaussian(NDArray values, double size) {
    NDArray rootMeanSquare = values.square().mean(new int[] {1}, true).sqrt();
    return values.add(drawn(values, () -> size * random.nextGaussian()).mul(rootMeanSquare));
  }

  private static NDArray drawn(NDArray like, DoubleSupplier source) {
    float[] drawn = new float[Math.toIntExact(like.size())];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) source.getAsDouble();
    }
    return Torch.array(like.getManager(), drawn, like.getShape());
  }
}
