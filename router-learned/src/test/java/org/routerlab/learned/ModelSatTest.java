package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class ModelSatTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new ModelSat(4, 5, 16, 0, SHORT))).isGreaterThan(0.85);
    assertThat(Routed.accuracy(new ModelSat(4, 5, 16, 32, SHORT))).isGreaterThan(0.85);
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(Routed.router(new ModelSat(), train).kind()).isEqualTo(ScoreKind.PROBABILITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new ModelSat(8, -1, 8, 0, SHORT))
        .hasMessageStartingWith("smoothing must be in [0.0, ");
  }
}
