package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Validator.Validation;
import org.routerlab.learned.engine.Checkpoint;

class CheckpointsTest {

  private final Checkpoints checkpoints = new Checkpoints();

  @Test
  void eachCriterionKeepsItsOwnBest() {
    offer(0.5, 0.7, 1);
    offer(0.7, 0.6, 2);
    offer(0.6, 0.5, 3);
    offer(0.6, 0.8, 4);

    assertThat(best(Checkpoint.BEST_ROUTING)).isEqualTo(2);
    assertThat(best(Checkpoint.BEST_BCE)).isEqualTo(3);
  }

  @Test
  void equalAccuracyIsDecidedByCrossEntropyThenByTime() {
    offer(0.7, 0.6, 1);
    offer(0.7, 0.5, 2);
    offer(0.7, 0.5, 3);

    assertThat(best(Checkpoint.BEST_ROUTING)).isEqualTo(2);
    assertThat(best(Checkpoint.BEST_BCE)).isEqualTo(2);
  }

  @Test
  void aGainOfEitherKindRestartsThePatience() {
    offer(0.7, 0.6, 1);
    offer(0.6, 0.7, 2);
    offer(0.6, 0.7, 3);
    assertThat(checkpoints.validationsWithoutGain()).isEqualTo(2);

    offer(0.1, 0.5, 4);
    assertThat(checkpoints.validationsWithoutGain()).isZero();
  }

  @Test
  void nothingOfferedIsNothingKept() {
    assertThat(checkpoints.best(Checkpoint.BEST_ROUTING)).isEmpty();
  }

  private void offer(double accuracy, double crossEntropy, float mark) {
    checkpoints.offer(
        new Validation(accuracy, crossEntropy), List.of(FloatMatrix.of(new float[] {mark})));
  }

  private float best(Checkpoint checkpoint) {
    return checkpoints.best(checkpoint).orElseThrow().get(0).get(0, 0);
  }
}
