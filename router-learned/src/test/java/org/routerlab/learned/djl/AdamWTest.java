package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class AdamWTest {

  private static final FloatMatrix TWO = FloatMatrix.of(new float[] {2, -2});

  @Test
  void theFirstStepIsTheLearningRateAgainstTheSignOfTheGradient() {
    AdamW adam = adam(0.1, 0, 1e9, true);

    adam.step(List.of(new float[] {5, -0.01f}));

    assertThat(adam.snapshot().get(0).toArray())
        .containsExactly(new float[] {1.9f, -1.9f}, offset(1e-4f));
  }

  @Test
  void twoStepsFollowThePublishedAlgorithm() {
    AdamW adam = adam(0.1, 0.5, 1e9, true);

    adam.step(List.of(new float[] {1, 1}));
    adam.step(List.of(new float[] {-3, 0}));

    // Step 1 ends at 2 - 0.1 (1 + 0.5 · 2) = 1.8. Step 2 has mean 0.1 · 0.9 - 0.3 = -0.21, to be
    // divided by 0.19, and square 0.000999 + 0.009 = 0.009999, to be divided by 0.001999.
    double step = (-0.21 / 0.19) / Math.sqrt(0.009999 / 0.001999);
    double byHand = 1.8 - 0.1 * (step + 0.5 * 1.8);
    assertThat((double) adam.snapshot().get(0).get(0, 0)).isCloseTo(byHand, offset(1e-5));
  }

  @Test
  void weightDecayIsDecoupledFromTheGradient() {
    AdamW adam = adam(0.1, 0.5, 1e9, true);

    adam.step(List.of(new float[2]));

    assertThat(adam.snapshot().get(0).toArray())
        .containsExactly(new float[] {1.9f, -1.9f}, offset(1e-6f));
  }

  @Test
  void aBiasDoesNotDecay() {
    AdamW adam = adam(0.1, 0.5, 1e9, false);

    adam.step(List.of(new float[2]));

    assertThat(adam.snapshot().get(0).toArray()).containsExactly(2, -2);
  }

  @Test
  void longGradientsAreCutToLength() {
    AdamW cut = adam(0.1, 0, 1, true);
    AdamW plain = adam(0.1, 0, 1e9, true);

    cut.step(List.of(new float[] {30, 40}));
    cut.step(List.of(new float[] {0.1f, 0.1f}));
    plain.step(List.of(new float[] {0.6f, 0.8f}));
    plain.step(List.of(new float[] {0.1f, 0.1f}));

    assertThat(cut.snapshot().get(0).toArray())
        .containsExactly(plain.snapshot().get(0).toArray(), offset(1e-6f));
  }

  @Test
  void aGradientThatIsNotFiniteIsReported() {
    AdamW adam = adam(10, 0, 1, true);

    assertThatThrownBy(() -> adam.step(List.of(new float[] {Float.NaN, 0})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "training diverged at step 1: the gradient is not finite; lower learningRate (it is"
                + " 10.0)");
  }

  private static AdamW adam(double rate, double weightDecay, double clip, boolean decays) {
    Training training =
        new Training(1, 1, rate, weightDecay, 1, 1, clip, true, Checkpoint.BEST_BCE);
    return new AdamW(training, List.of(new Parameter(TWO, decays)));
  }
}
