package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class RouteLlmMfTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new RouteLlmMf(32, 0.1, SHORT))).isGreaterThan(0.85);
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(Routed.router(new RouteLlmMf(), train).kind()).isEqualTo(ScoreKind.PAIRWISE_LOGIT);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new RouteLlmMf(8, 11, SHORT))
        .hasMessage("noise must be in [0.0, 10.0] but is 11.0");
  }
}
