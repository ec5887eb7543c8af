package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class RoutingLossTest {

  private static final Shape SHAPE = new Shape(2, 3);
  private static final float[] LOGITS = {0, 2, -1, 30, -30, 0.5f};
  private static final float[] TARGETS = {1, 0, 0.25f, 1, 1, 0};
  private static final float[] MASK = {1, 1, 1, 1, 1, 0};

  @Test
  void crossEntropyIsTheMeanOverObservedScores() {
    // log 2; log(1 + e^2); log(1 + e^-1) + 0.25; about e^-30; 30 + about e^-30; not observed
    double byHand = (0.69314718 + 2.12692801 + 0.56326169 + 0 + 30) / 5;

    assertThat(loss(LOGITS, TARGETS, MASK)).isCloseTo((float) byHand, offset(1e-5f));
  }

  @Test
  void nothingObservedCostsNothing() {
    assertThat(loss(LOGITS, TARGETS, new float[6])).isZero();
    assertThat(gradient(LOGITS, TARGETS, new float[6])).containsOnly(0);
  }

  @Test
  void theGradientIsSigmoidMinusTarget() {
    float[] gradient = gradient(LOGITS, TARGETS, MASK);

    double[] byHand = {0.5 - 1, 0.88079708, 0.26894142 - 0.25, 0, -1, 0};
    for (int i = 0; i < byHand.length; i++) {
      assertThat((double) gradient[i]).as("cell %d", i).isCloseTo(byHand[i] / 5, offset(1e-6));
    }
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    float[] logits = {0.3f, 2, -1, 1.5f, -0.7f, 0.5f};
    float[] gradient = gradient(logits, TARGETS, MASK);
    float step = 1e-2f;
    for (int i = 0; i < logits.length; i++) {
      float[] above = logits.clone();
      float[] below = logits.clone();
      above[i] += step;
      below[i] -= step;
      double slope =
          (loss(above, TARGETS, MASK) - (double) loss(below, TARGETS, MASK)) / (2 * step);
      assertThat((double) gradient[i]).as("cell %d", i).isCloseTo(slope, offset(1e-4));
    }
  }

  @Test
  void squaredErrorsAreAveragedForEachModel() {
    float[] outputs = {1, 2, 3, 4, 5, 6};

    // Model 0: (0 + 9) / 2; model 1: (4 + 16) / 2; model 2: 2.75² / 1, the other is not observed.
    assertThat(loss(RoutingLoss.squaredErrorOfEachModel(), outputs, TARGETS, MASK))
        .isCloseTo((4.5f + 10 + 7.5625f) / 2, offset(1e-5f));
    assertThat(loss(RoutingLoss.squaredErrorOfEachModel(), outputs, TARGETS, new float[6]))
        .isZero();
  }

  @Test
  void distillationIsTheCrossEntropyWithTheTargetDistribution() {
    float[] logits = {0, (float) Math.log(3), 9, 1, 2, 3};
    FloatMatrix targets = FloatMatrix.wrap(2, 3, new float[] {0.5f, 0.5f, 0, 0, 0, 0});
    float[] mask = {1, 1, 0, 1, 1, 1};

    // The third model was not observed: softmax 1/4 and 3/4. The second query teaches nothing.
    assertThat(loss(RoutingLoss.distillation(targets), logits, TARGETS, mask))
        .isCloseTo((float) (-0.5 * Math.log(0.25) - 0.5 * Math.log(0.75)) / 2, offset(1e-5f));
    float[] gradient = gradient(RoutingLoss.distillation(targets), logits, TARGETS, mask);
    assertThat(gradient).containsExactly(new float[] {-0.125f, 0.125f, 0, 0, 0, 0}, offset(1e-6f));
  }

  @Test
  void gradientsOfAllLossesAgreeWithFiniteDifferences() {
    FloatMatrix targets = FloatMatrix.wrap(2, 3, new float[] {0.2f, 0.5f, 0.3f, 0.6f, 0.4f, 0});
    List<RoutingLoss> losses =
        List.of(
            RoutingLoss.squaredErrorOfEachModel(),
            RoutingLoss.distillation(targets),
            RoutingLoss.sum(
                0.3, RoutingLoss.binaryCrossEntropy(), 2, RoutingLoss.distillation(targets)));
    float[] logits = {0.3f, 2, -1, 1.5f, -0.7f, 0.5f};
    float step = 1e-2f;
    for (RoutingLoss loss : losses) {
      float[] gradient = gradient(loss, logits, TARGETS, MASK);
      for (int i = 0; i < logits.length; i++) {
        float[] above = logits.clone();
        float[] below = logits.clone();
        above[i] += step;
        below[i] -= step;
        double rise = loss(loss, above, TARGETS, MASK) - (double) loss(loss, below, TARGETS, MASK);
        assertThat((double) gradient[i]).as("%d", i).isCloseTo(rise / (2 * step), offset(2e-4));
      }
    }
  }

  @Test
  void aLossOfWeightZeroLeavesNoTrace() {
    RoutingLoss broken = (logits, batch) -> logits.sum().div(0);
    RoutingLoss plain = RoutingLoss.binaryCrossEntropy();
    float[] expected = gradient(plain, LOGITS, TARGETS, MASK);

    assertThat(gradient(RoutingLoss.sum(1, plain, 0, broken), LOGITS, TARGETS, MASK))
        .isEqualTo(expected);
    assertThat(gradient(RoutingLoss.sum(0, broken, 1, plain), LOGITS, TARGETS, MASK))
        .isEqualTo(expected);
  }

  private static float loss(float[] logits, float[] targets, float[] mask) {
    return loss(RoutingLoss.binaryCrossEntropy(), logits, targets, mask);
  }

  private static float loss(RoutingLoss loss, float[] logits, float[] targets, float[] mask) {
    try (NDManager manager = Torch.manager()) {
      return loss.loss(Torch.array(manager, logits, SHAPE), batch(manager, targets, mask))
          .getFloat();
    }
  }

  private static float[] gradient(float[] logits, float[] targets, float[] mask) {
    return gradient(RoutingLoss.binaryCrossEntropy(), logits, targets, mask);
  }

  private static float[] gradient(RoutingLoss loss, float[] logits, float[] targets, float[] mask) {
    try (NDManager manager = Torch.manager()) {
      NDArray leaf = Torch.array(manager, logits, SHAPE);
      Batch batch = batch(manager, targets, mask);
      return Torch.gradients(List.of(leaf), () -> loss.loss(leaf, batch)).get(0);
    }
  }

  private static Batch batch(NDManager manager, float[] targets, float[] mask) {
    return new Batch(
        new int[] {0, 1}, Torch.array(manager, targets, SHAPE), Torch.array(manager, mask, SHAPE));
  }
}
