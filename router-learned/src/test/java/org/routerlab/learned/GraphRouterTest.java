package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class GraphRouterTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new GraphRouter(16, 0.3, SHORT))).isGreaterThan(0.85);
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(Routed.router(new GraphRouter(), train).kind()).isEqualTo(ScoreKind.PROBABILITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new GraphRouter(8, 1, SHORT))
        .hasMessage("maskShare must be in [0.05, 0.95] but is 1.0");
  }
}
