package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class TagRouterTest {

  private static final RoutingData CORNERS =
      Task.data(
          FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 0}),
          FloatMatrix.of(
              new float[] {1, 0.5f}, new float[] {0, 0.5f}, new float[] {0.5f, Float.NaN}));

  @Test
  void aGainIsShrunkByQueriesWithoutGain() {
    float[] scores = predict(new TagRouter(3, 1, 1, 0), CORNERS, CORNERS).row(0);

    assertThat(scores).containsExactly(0.5f + 0.5f / 2, 0.5f);
  }

  @Test
  void theGainsOfAllTagsAreAveraged() {
    // Training means are 0.5. The tags of the queries are {0, 1}, {1, 0} and {2, 1}.
    RoutingData train =
        Task.data(
            CORNERS.queries().embeddings(),
            FloatMatrix.of(new float[] {1, 0}, new float[] {0.5f, 0.5f}, new float[] {0, 1}));
    // For m0, tag 0 gained 0.5 on two queries, tag 1 nothing on three, tag 2 lost 0.5 on one.
    float[] first = predict(new TagRouter(3, 2, 2, 0), train, train).row(0);
    float[] last = predict(new TagRouter(3, 2, 2, 0), train, train).row(2);

    assertThat((double) first[0]).isCloseTo(0.5 + 0.5 / 4 / 2, offset(1e-6));
    assertThat((double) last[0]).isCloseTo(0.5 - 0.5 / 3 / 2, offset(1e-6));
    assertThat((double) last[1]).isCloseTo(0.5 + 0.5 / 3 / 2, offset(1e-6));
  }

  @Test
  void strongShrinkageIsTheBestSingleModel() {
    RoutingData train = Task.noise(80, 8, 5, 1);

    assertThat(decide(new TagRouter(9, 3, 1e8, 0), train, train))
        .isEqualTo(Decisions.constant(80, ModelRanking.of(train.outcomes()).best()));
  }

  @Test
  void theDeciderStaysWithTheBestSingleModelUnlessAnotherPromisesMoreByTheThreshold() {
    RoutingData train = Task.noise(80, 8, 5, 1);
    ModelRanking ranking = ModelRanking.of(train.outcomes());
    FloatMatrix open = predict(new TagRouter(9, 2, 5, 0), train, train);
    Decisions free = Decisions.argmax(open, ranking);
    Decisions held = decide(new TagRouter(9, 2, 5, 0.02), train, train);

    assertThat(held).isNotEqualTo(free).isNotEqualTo(Decisions.constant(80, ranking.best()));
    for (int row = 0; row < train.size(); row++) {
      float lead = open.get(row, free.model(row)) - open.get(row, ranking.best());
      assertThat(held.model(row)).isEqualTo(lead > 0.02f ? free.model(row) : ranking.best());
    }
  }

  @Test
  void onlyWithoutAThresholdAreScoresProbabilities() {
    assertThat(router(new TagRouter(9, 1, 10, 0), CORNERS).kind()).isEqualTo(ScoreKind.PROBABILITY);
    assertThat(router(new TagRouter(9, 3, 10, 0), CORNERS).kind()).isEqualTo(ScoreKind.PROBABILITY);
    assertThat(router(new TagRouter(9, 1, 10, 0.1), CORNERS).kind()).isEqualTo(ScoreKind.RANK);
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);

    assertThat(test.outcomes().meanScore(decide(new TagRouter(8, 1, 10, 0), train, test)))
        .isGreaterThan(0.8);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new TagRouter(0, 1, 1, 0)).hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new TagRouter(1, 0, 1, 0)).hasMessage("tags must be > 0 but is 0");
    assertThatThrownBy(() -> new TagRouter(1, 1, -1, 0))
        .hasMessageStartingWith("shrinkage must be in");
    assertThatThrownBy(() -> new TagRouter(1, 1, 1, -1))
        .hasMessageStartingWith("threshold must be in");
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
