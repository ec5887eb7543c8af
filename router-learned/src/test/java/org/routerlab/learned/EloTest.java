package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class EloTest {

  @Test
  void theGlobalRatingAloneIsTheBestSingleModel() {
    for (Elo.Mode mode : Elo.Mode.values()) {
      for (long seed = 0; seed < 10; seed++) {
        RoutingData train = Task.noise(60, 8, 5, seed);
        int best = ModelRanking.of(train.outcomes()).best();

        assertThat(decide(new Elo(mode, 20, 1, 32, 1), train, Task.noise(30, 8, 5, seed + 100)))
            .as("%s, seed %d", mode, seed)
            .isEqualTo(Decisions.constant(30, best));
      }
    }
  }

  @Test
  void aStrongPriorLeavesTheGlobalRating() {
    RoutingData train = Task.noise(60, 8, 4, 1);
    RoutingData test = Task.noise(30, 8, 4, 2);

    float[] held = predict(new Elo(Elo.Mode.BT_MAP, 20, 0, 32, 1e9), train, test).toArray();

    float[] global = predict(new Elo(Elo.Mode.BT_MAP, 20, 1, 32, 1), train, test).toArray();
    assertThat(held).containsExactly(global, offset(1e-3f));
  }

  @Test
  void aReplayFollowsTheEloRuleFromTheFarthestToTheNearest() {
    // Equal globally: one win each. Replayed: first the win of m1, then that of m0.
    RoutingData train =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}));
    RoutingData test =
        Task.data(FloatMatrix.of(new float[] {1, 0.5f}), FloatMatrix.of(new float[] {1, 0}));

    float[] ratings = predict(new Elo(Elo.Mode.SEQUENTIAL, 2, 0, 32, 1), train, test).row(0);

    double expected = 1 / (1 + Math.pow(10, 32 / 400.0));
    assertThat((double) ratings[0]).isCloseTo(1000 - 16 + 32 * (1 - expected), offset(1e-3));
    assertThat((double) ratings[1]).isCloseTo(1000 + 16 - 32 * (1 - expected), offset(1e-3));
  }

  @Test
  void aWinRateCountsTiesAsHalf() {
    RoutingData train =
        Task.data(FloatMatrix.of(new float[] {1, 0}), FloatMatrix.of(new float[] {1, 0, 1}));

    float[] rates = predict(new Elo(Elo.Mode.WIN_RATE, 5, 0.5, 32, 1), train, train).row(0);

    assertThat(rates).containsExactly(0.75f, 0, 0.75f);
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);

    for (Elo.Mode mode : List.of(Elo.Mode.WIN_RATE, Elo.Mode.BT_MLE, Elo.Mode.BT_MAP)) {
      Decisions decisions = decide(new Elo(mode, 20, 0.25, 32, 1), train, test);

      assertThat(test.outcomes().meanScore(decisions)).as("%s", mode).isGreaterThan(0.8);
    }
  }

  @Test
  void ratingsAreNoProbabilities() {
    RoutingData train = Task.noise(20, 8, 3, 1);

    assertThat(router(new Elo(), train).kind()).isEqualTo(ScoreKind.RATING);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Elo(Elo.Mode.BT_MAP, 0, 0.5, 32, 1))
        .hasMessage("neighbors must be > 0 but is 0");
    assertThatThrownBy(() -> new Elo(Elo.Mode.BT_MAP, 20, 1.5, 32, 1))
        .hasMessage("globalShare must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new Elo(Elo.Mode.BT_MAP, 20, 0.5, 0, 1))
        .hasMessageStartingWith("kFactor must be");
    assertThatThrownBy(() -> new Elo(Elo.Mode.BT_MAP, 20, 0.5, 32, 0))
        .hasMessageStartingWith("priorStrength must be");
  }

  private static Decisions decide(RoutingMethod method, RoutingData train, RoutingData test) {
    return Decisions.argmax(predict(method, train, test), ModelRanking.of(train.outcomes()));
  }

  private static FloatMatrix predict(RoutingMethod method, RoutingData train, RoutingData test) {
    return router(method, train).predict(test.queries());
  }

  private static ScoringRouter router(RoutingMethod method, RoutingData train) {
    return (ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT);
  }
}
