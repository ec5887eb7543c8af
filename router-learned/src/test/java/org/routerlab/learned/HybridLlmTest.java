package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.HybridLlm.Label;
import org.routerlab.learned.HybridLlm.Pair;
import org.routerlab.learned.engine.Training;

class HybridLlmTest {

  private static final Training TRAINING = new Training();
  private static final RoutingData TRAIN = Task.specialists(400, 16, 1);
  private static final RoutingData VALIDATION = Task.specialists(200, 16, 2);
  private static final RoutingData TEST = Task.specialists(400, 16, 3);

  @Test
  void allLabelsAreTheSameOnBinaryOutcomes() {
    Decisions det = route(Pair.SECOND_BEST, Label.DET, TRAIN);

    assertThat(route(Pair.SECOND_BEST, Label.PROB, TRAIN)).isEqualTo(det);
    assertThat(route(Pair.SECOND_BEST, Label.TRANS, TRAIN)).isEqualTo(det);
    assertThat(IntStream.of(det.toArray()).distinct().count()).isEqualTo(2);
  }

  @Test
  void labelsDifferOnGradedOutcomes() {
    float[] graded = TRAIN.outcomes().scores().toArray();
    for (int i = 0; i < graded.length; i++) {
      graded[i] = graded[i] == 1 ? 1 - 0.08f * (i % 7) : 0.07f * (i % 7);
    }
    RoutingData data =
        new RoutingData(
            TRAIN.queries(),
            new OutcomeTable(TRAIN.pool(), FloatMatrix.wrap(TRAIN.size(), 5, graded)));

    assertThat(route(Pair.SECOND_BEST, Label.PROB, data))
        .isNotEqualTo(route(Pair.SECOND_BEST, Label.DET, data));
  }

  @Test
  void onlyTheTwoModelsOfThePairAreChosen() {
    ModelRanking ranking = ModelRanking.of(TRAIN.outcomes());
    assertThat(route(Pair.SECOND_BEST, Label.DET, TRAIN).toArray())
        .contains(ranking.best())
        .containsOnly(ranking.best(), ranking.model(1));
    assertThat(route(Pair.CHEAPEST, Label.DET, TRAIN).toArray())
        .containsOnly(ranking.best(), ranking.model(ranking.size() - 1));
  }

  @Test
  void aPoolWhoseCheapestModelIsTheBestRoutesNothing() {
    float[] costs = new float[TRAIN.size() * 5];
    int best = ModelRanking.of(TRAIN.outcomes()).best();
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i % 5 == best ? 1 : 2;
    }
    RoutingData priced =
        new RoutingData(
            TRAIN.queries(),
            new OutcomeTable(
                TRAIN.pool(), TRAIN.outcomes().scores(), FloatMatrix.wrap(TRAIN.size(), 5, costs)));

    assertThat(route(Pair.CHEAPEST, Label.DET, priced))
        .isEqualTo(Decisions.constant(TEST.size(), best));
  }

  @Test
  void withoutValidationTheThresholdIsTunedOnTheTrainingQueries() {
    HybridLlm method = new HybridLlm(Pair.SECOND_BEST, Label.DET, List.of(8), TRAINING);
    DecisionRouter router = (DecisionRouter) method.train(TRAIN, Task.none(TRAIN), Task.CONTEXT);
    Decisions best = Decisions.constant(TRAIN.size(), ModelRanking.of(TRAIN.outcomes()).best());

    assertThat(TRAIN.outcomes().meanScore(router.route(TRAIN.queries())))
        .isGreaterThan(TRAIN.outcomes().meanScore(best));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new HybridLlm(Pair.CHEAPEST, Label.DET, List.of(0), TRAINING))
        .hasMessage("hidden must be > 0 but is 0");
  }

  private static Decisions route(Pair pair, Label label, RoutingData train) {
    HybridLlm method = new HybridLlm(pair, label, List.of(8), TRAINING);
    return ((DecisionRouter) method.train(train, VALIDATION, Task.CONTEXT)).route(TEST.queries());
  }
}
