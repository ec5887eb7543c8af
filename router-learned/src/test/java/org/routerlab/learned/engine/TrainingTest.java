package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void valuesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> training(0, 1, 1, 0, 1, 1, 1))
        .hasMessage("epochs must be > 0 but is 0");
    assertThatThrownBy(() -> training(1, 0, 1, 0, 1, 1, 1)).hasMessageContaining("batchSize");
    assertThatThrownBy(() -> training(1, 1, 0, 0, 1, 1, 1)).hasMessageContaining("learningRate");
    assertThatThrownBy(() -> training(1, 1, 1, -1, 1, 1, 1)).hasMessageContaining("weightDecay");
    assertThatThrownBy(() -> training(1, 1, 1, 0, 0, 1, 1)).hasMessageContaining("patience");
    assertThatThrownBy(() -> training(1, 1, 1, 0, 1, 0, 1))
        .hasMessageContaining("validationsPerEpoch");
    assertThatThrownBy(() -> training(1, 1, 1, 0, 1, 1, 0)).hasMessageContaining("gradientClip");
  }

  @Test
  void anotherWeightDecayLeavesTheRest() {
    assertThat(new Training().withWeightDecay(0.5).withWeightDecay(1e-4)).isEqualTo(new Training());
    assertThat(new Training().withWeightDecay(0.5).weightDecay()).isEqualTo(0.5);
  }

  @Test
  void theOptimizerIsAdamWUnlessNamed() {
    Training training = training(1, 1, 1, 0, 1, 1, 1);
    assertThat(training.optimizer()).isEqualTo(Optimizer.ADAMW);
    assertThat(training.withOptimizer(Optimizer.SGD, 0.5))
        .isEqualTo(
            new Training(
                1,
                1,
                Optimizer.SGD,
                0.5,
                0,
                1,
                1,
                1,
                true,
                Checkpoint.BEST_BCE,
                Schedule.CONSTANT));
    assertThat(training.withBatchSize(8).withGradientClip(2))
        .isEqualTo(training(1, 8, 1, 0, 1, 1, 2));
  }

  private static Training training(
      int epochs,
      int batch,
      double rate,
      double decay,
      int patience,
      int validations,
      double clip) {
    return new Training(
        epochs, batch, rate, decay, patience, validations, clip, true, Checkpoint.BEST_BCE);
  }
}
