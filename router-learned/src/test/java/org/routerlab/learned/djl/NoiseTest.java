package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class NoiseTest {

  private static final Shape SHAPE = new Shape(2, 5000);

  @Test
  void dropoutKeepsTheMean() {
    float[] ones = new float[10_000];
    Arrays.fill(ones, 1);
    try (NDManager manager = Torch.manager()) {
      float[] dropped =
          Noise.of(new Seed(1)).dropout(Torch.array(manager, ones, SHAPE), 0.25).toFloatArray();
      int zeros = 0;
      for (float value : dropped) {
        assertThat(value).isIn(0f, (float) (1 / 0.75));
        zeros += value == 0 ? 1 : 0;
      }
      assertThat(zeros / 10_000.0).isCloseTo(0.25, offset(0.02));
    }
  }

  @Test
  void gaussianNoiseIsRelativeToItsRow() {
    float[] values = new float[10_000];
    Arrays.fill(values, 0, 5000, 3);
    try (NDManager manager = Torch.manager()) {
      float[] noisy =
          Noise.of(new Seed(1))
              .relativeGaussian(Torch.array(manager, values, SHAPE), 0.5)
              .toFloatArray();
      double squares = 0;
      for (int i = 0; i < 5000; i++) {
        squares += (noisy[i] - 3) * (noisy[i] - 3);
      }
      assertThat(Math.sqrt(squares / 5000)).isCloseTo(1.5, offset(0.05));
      assertThat(Arrays.copyOfRange(noisy, 5000, 10_000)).containsOnly(0);
    }
  }
}
