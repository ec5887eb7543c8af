package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class RouterDcTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new RouterDc(32, 0.2, 0.5, 4, 3, SHORT))).isGreaterThan(0.85);
  }

  @Test
  void scoresAreCosines() {
    RouterDc method = new RouterDc(32, 0.2, 0.5, 4, 3, SHORT);
    for (float cosine : Routed.router(method).predict(Routed.TEST.queries()).toArray()) {
      assertThat(cosine).isBetween(-1.0001f, 1.0001f);
    }
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(Routed.router(new RouterDc(), train).kind()).isEqualTo(ScoreKind.SIMILARITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new RouterDc(8, 0, 0, 1, 1, SHORT))
        .hasMessage("temperature must be in [0.01, 10.0] but is 0.0");
  }
}
