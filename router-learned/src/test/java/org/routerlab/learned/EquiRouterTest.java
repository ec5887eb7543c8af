package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.EquiRouter.Head;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class EquiRouterTest {

  private static final Training TRAINING =
      new Training(20, 32, 1e-2, 1e-4, 8, 2, 1, true, Checkpoint.BEST_ROUTING);

  @Test
  void bothHeadsLearnWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    RoutingData validation = Task.specialists(200, 16, 3);
    for (Head head : Head.values()) {
      ScoringRouter router = router(head, 1, 0.1, train, validation);
      Decisions decisions =
          Decisions.argmax(router.predict(test.queries()), ModelRanking.of(train.outcomes()));

      assertThat(test.outcomes().meanScore(decisions)).as("%s", head).isGreaterThan(0.85);
    }
  }

  @Test
  void amongEquallyGoodModelsTheCheaperIsPreferred() {
    FloatMatrix embeddings = Task.noise(100, 4, 2, 1).queries().embeddings();
    float[] scores = new float[200];
    Arrays.fill(scores, 1);
    RoutingData alike = Task.data(embeddings, FloatMatrix.wrap(100, 2, scores));
    RoutingData train = withCosts(alike, 2, 1);

    FloatMatrix ordered =
        router(Head.MLP, 0, 0.1, train, Task.none(alike)).predict(train.queries());
    FloatMatrix withoutCosts =
        router(Head.MLP, 0, 0.1, alike, Task.none(alike)).predict(train.queries());

    for (int row = 0; row < 100; row++) {
      assertThat(ordered.get(row, 1)).isGreaterThan(ordered.get(row, 0));
      assertThat(withoutCosts.get(row, 1)).isEqualTo(withoutCosts.get(row, 0));
    }
  }

  @Test
  void costsBelongToTheirModelsInAnyOrderOfThePool() {
    RoutingData train = withCosts(Task.specialists(200, 8, 1), 5, 4, 3, 2, 1);
    int[] order = {3, 0, 4, 2, 1};
    RoutingData permuted =
        withCosts(Task.permuteModels(Task.specialists(200, 8, 1), order), 2, 5, 1, 3, 4);

    FloatMatrix expected =
        router(Head.FILM, 1, 1, train, Task.none(train)).predict(train.queries());
    FloatMatrix found =
        router(Head.FILM, 1, 1, permuted, Task.none(permuted)).predict(train.queries());

    for (int row = 0; row < train.size(); row++) {
      for (int i = 0; i < order.length; i++) {
        assertThat(found.get(row, i)).isEqualTo(expected.get(row, order[i]));
      }
    }
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);

    assertThat(router(Head.MLP, 0, 0, train, train).kind()).isEqualTo(ScoreKind.RANK);
    assertThat(router(Head.MLP, 1, 0, train, train).kind()).isEqualTo(ScoreKind.PROBABILITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> method(Head.MLP, -1, 0))
        .hasMessage("crossEntropyWeight must be in [0.0, 1000.0] but is -1.0");
    assertThatThrownBy(() -> method(Head.MLP, 1, 2))
        .hasMessage("tieWeight must be in [0.0, 1.0] but is 2.0");
    assertThatThrownBy(() -> new EquiRouter(Head.MLP, 8, 8, 0, 0, 0, 0, false, TRAINING))
        .hasMessage("crossEntropyWeight + pairWeight must be finite and > 0 but is 0.0");
  }

  private static EquiRouter method(Head head, double crossEntropyWeight, double tieWeight) {
    return new EquiRouter(head, 32, 8, 0.1, crossEntropyWeight, 1, tieWeight, false, TRAINING);
  }

  private static ScoringRouter router(
      Head head, double crossEntropyWeight, double tieWeight, RoutingData train, RoutingData val) {
    return (ScoringRouter)
        method(head, crossEntropyWeight, tieWeight).train(train, val, Task.CONTEXT);
  }

  private static RoutingData withCosts(RoutingData data, float... ofModels) {
    float[] costs = new float[data.size() * ofModels.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = ofModels[i % ofModels.length];
    }
    FloatMatrix matrix = FloatMatrix.wrap(data.size(), ofModels.length, costs);
    return new RoutingData(
        data.queries(), new OutcomeTable(data.pool(), data.outcomes().scores(), matrix));
  }
}
