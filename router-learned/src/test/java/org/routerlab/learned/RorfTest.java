package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class RorfTest {

  @Test
  void oneQueryIsRememberedAsWonOrTied() {
    FloatMatrix embedding = FloatMatrix.of(new float[] {1, 2});
    RoutingData train = Task.data(embedding, FloatMatrix.of(new float[] {1, 1, 0}));

    // The first two beat the third and tie with each other: (1 + ½) / 2 for each of them.
    assertThat(predict(halves(), train).row(0)).containsExactly(0.75f, 0.75f, 0);
    // As published a tie of two right answers goes to the weaker, here the later one.
    assertThat(predict(new Rorf(3, 2, 0, 1, 0, true), train).row(0)).containsExactly(0.5f, 1, 0);
  }

  @Test
  void scoresOfASmallPoolSumToHalfOfItsSize() {
    RoutingData train = Task.specialists(200, 8, 1);
    FloatMatrix scores = predict(new Rorf(10, 8, 0, 2, 4, false), train);

    for (int row = 0; row < train.size(); row++) {
      float[] values = scores.row(row);
      assertThat(values[0] + values[1] + values[2] + values[3] + values[4])
          .isCloseTo(2.5f, offset(1e-5f));
    }
  }

  @Test
  void aLargePoolIsMeasuredByTheBestSingleModel() {
    RoutingData train = Task.noise(60, 4, 17, 1);
    int best = ModelRanking.of(train.outcomes()).best();
    FloatMatrix scores = predict(halves(), train);

    for (int row = 0; row < train.size(); row++) {
      assertThat(scores.get(row, best)).isEqualTo(0.5f);
    }
    assertThat(scores.toArray()).containsAnyOf(0f, 1f);
  }

  @Test
  void itRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new Rorf(20, 10, 0, 5, 8, false))).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Rorf(0, 20, 0, 5, 64, false))
        .hasMessage("trees must be > 0 but is 0");
    assertThatThrownBy(() -> new Rorf(1, 20, 1.1, 5, 64, false))
        .hasMessage("featureShare must be in [0.0, 1.0] but is 1.1");
  }

  private static Rorf halves() {
    return new Rorf(3, 2, 0, 1, 0, false);
  }

  private static FloatMatrix predict(Rorf method, RoutingData train) {
    return ((ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT))
        .predict(train.queries());
  }
}
