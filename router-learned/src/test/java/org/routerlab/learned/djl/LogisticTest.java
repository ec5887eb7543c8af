package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.Task;

class LogisticTest {

  @Test
  void theSigmoidOfALogitIsTheMean() {
    float[] logits = Logistic.logits(new double[] {0.2, 0.5, 0.9});

    assertThat(Logistic.sigmoid(FloatMatrix.of(logits)).toArray())
        .containsExactly(new float[] {0.2f, 0.5f, 0.9f}, offset(1e-6f));
  }

  @Test
  void meansOfZeroAndOneHaveFiniteLogits() {
    assertThat(Logistic.logits(new double[] {0, 1}))
        .containsExactly(new float[] {-9.21024f, 9.21024f}, offset(1e-4f));
  }

  @Test
  void crossEntropyLeavesOutWhatWasNotObserved() {
    FloatMatrix logits = FloatMatrix.of(new float[][] {{0, 2}, {-200, 200}});
    OutcomeTable outcomes =
        Task.data(logits, FloatMatrix.of(new float[][] {{1, 0}, {1, Float.NaN}})).outcomes();

    assertThat(Logistic.crossEntropy(logits, outcomes))
        .isCloseTo((0.69314718 + 2.12692801 + 200) / 3, offset(1e-7));
  }
}
