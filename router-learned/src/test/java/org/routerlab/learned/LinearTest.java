package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.learned.engine.Training;

class LinearTest {

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new Linear(new Training().withBatchSize(32)))).isGreaterThan(0.85);
  }

  @Test
  void aTrainingIsNeeded() {
    assertThatThrownBy(() -> new Linear(null)).hasMessage("training");
  }
}
