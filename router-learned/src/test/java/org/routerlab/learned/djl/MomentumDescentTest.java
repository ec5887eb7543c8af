package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Optimizer;
import org.routerlab.learned.engine.Training;

class MomentumDescentTest {

  @Test
  void eachStepKeepsNineTenthsOfTheLast() {
    Descent descent = descent(0, 1e9, true);

    descent.step(List.of(new float[] {1, 0}));
    descent.step(List.of(new float[] {2, 0}));

    // 2 - 0.1 · 1 - 0.1 · (0.9 · 1 + 2)
    assertThat(values(descent)).containsExactly(new float[] {1.61f, -2}, offset(1e-6f));
  }

  @Test
  void weightDecayJoinsTheGradientAndItsMomentum() {
    Descent descent = descent(0.5, 1e9, true);

    descent.step(List.of(new float[2]));
    descent.step(List.of(new float[2]));

    // 2 - 0.1 · 1 = 1.9, then 1.9 - 0.1 · (0.9 · 1 + 0.95)
    assertThat(values(descent)).containsExactly(new float[] {1.715f, -1.715f}, offset(1e-6f));
  }

  @Test
  void aBiasDoesNotDecayAndLongGradientsAreCut() {
    Descent descent = descent(0.5, 1, false);

    descent.step(List.of(new float[] {30, 40}));

    assertThat(values(descent)).containsExactly(new float[] {1.94f, -2.08f}, offset(1e-6f));
  }

  private static float[] values(Descent descent) {
    return descent.snapshot().get(0).toArray();
  }

  private static Descent descent(double weightDecay, double clip, boolean decays) {
    Training training =
        new Training()
            .withOptimizer(Optimizer.SGD, 0.1)
            .withWeightDecay(weightDecay)
            .withGradientClip(clip);
    FloatMatrix initial = FloatMatrix.of(new float[] {2, -2});
    return Descent.of(training, List.of(new Parameter(initial, decays)));
  }
}
