package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.matrix.FloatMatrix;

class StandardiserTest {

  private static final FloatMatrix TRAIN =
      FloatMatrix.of(new float[][] {{1, 5}, {3, 5}, {1, 5}, {3, 5}});

  @Test
  void trainingColumnsGetMeanZeroAndDeviationOne() {
    assertThat(Standardiser.of(TRAIN).apply(TRAIN).toArray())
        .containsExactly(-1, 0, 1, 0, -1, 0, 1, 0);
  }

  @Test
  void otherRowsUseTheStatisticsOfTraining() {
    FloatMatrix other = FloatMatrix.of(new float[][] {{7, 6}});

    assertThat(Standardiser.of(TRAIN).apply(other).toArray()).containsExactly(5, 1);
  }

  @Test
  void theIdentityChangesNothing() {
    assertThat(Standardiser.identity(2).apply(TRAIN).toArray()).isEqualTo(TRAIN.toArray());
  }

  @Test
  void embeddingsOfAnotherLengthAreRejected() {
    assertThatThrownBy(() -> Standardiser.of(TRAIN).apply(FloatMatrix.empty(3)))
        .hasMessage("embedding columns must equal training columns but are 3 and 2");
  }
}
