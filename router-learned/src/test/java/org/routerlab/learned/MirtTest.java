package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class MirtTest {

  private static final Training SHORT =
      new Training(20, 64, 3e-3, 1e-4, 20, 1, 1.0, true, Checkpoint.BEST_ROUTING);

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    assertThat(Routed.accuracy(new Mirt(8, 0.3, SHORT))).isGreaterThan(0.85);
  }

  @Test
  void aWarmUpOfOneRoutesAQueryAsTheMeanOfItsNeighbours() {
    Training once = new Training(1, 64, 1e-3, 0, 5, 1, 1, true, Checkpoint.BEST_BCE);
    RoutingData one = Routed.TRAIN.selectRows(Task.range(0, 1));
    FloatMatrix warm = Routed.predict(new Mirt(4, 1, once), one, Routed.TEST);
    FloatMatrix cold = Routed.predict(new Mirt(4, 0, once), one, Routed.TEST);
    // With one training query, every query becomes that one.
    for (int row = 1; row < warm.rows(); row++) {
      assertThat(warm.row(row)).isEqualTo(warm.row(0));
      assertThat(cold.row(row)).isNotEqualTo(cold.row(0));
    }
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(Routed.router(new Mirt(), train).kind()).isEqualTo(ScoreKind.PROBABILITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Mirt(8, 1.5, SHORT))
        .hasMessage("warmUp must be in [0.0, 1.0] but is 1.5");
  }
}
