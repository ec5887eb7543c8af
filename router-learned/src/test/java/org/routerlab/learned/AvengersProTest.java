package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.routerlab.learned.AvengersPro.Aggregation.RECIPROCAL_RANK;
import static org.routerlab.learned.AvengersPro.Aggregation.SCORE_SUM;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class AvengersProTest {

  /** One cluster: means 0.5, 1 and 0; costs 1, 4 and unknown. */
  private static final RoutingData PRICED = priced();

  @Test
  void aBalanceWeighsTheStretchedMeanAndWhatIsSaved() {
    float[] scores = predict(new AvengersPro(1, 1, 9, 0.75, 0.5, SCORE_SUM), PRICED, PRICED).row(0);

    assertThat(scores).containsExactly(0.75f * 0.5f + 0.5f * 0.75f, 0.75f, 0);
  }

  @Test
  void ranksAreThoseOfTheBalances() {
    AvengersPro thrifty = new AvengersPro(1, 1, 9, 0.25, 0.75, RECIPROCAL_RANK);
    AvengersPro lavish = new AvengersPro(1, 1, 9, 1, 0, RECIPROCAL_RANK);

    assertThat(predict(thrifty, PRICED, PRICED).row(0)).containsExactly(1, 0.5f, (float) (1 / 3.0));
    assertThat(predict(lavish, PRICED, PRICED).row(0)).containsExactly(0.5f, 1, (float) (1 / 3.0));
  }

  @Test
  void whereAllModelsDoAlikeEachHasTheBest() {
    RoutingData train =
        Task.data(FloatMatrix.of(new float[] {1, 0}), FloatMatrix.of(new float[] {0.5f, 0.5f}));

    assertThat(predict(new AvengersPro(1, 1, 9, 1, 1, SCORE_SUM), train, train).row(0))
        .containsExactly(1, 1);
  }

  @Test
  void balancesOfSeveralClustersAreMixedByDistance() {
    RoutingData train =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
            FloatMatrix.of(new float[] {1, 0.25f, 0}, new float[] {0, 0.75f, 1}));
    RoutingData test =
        Task.data(FloatMatrix.of(new float[] {8, 6}), FloatMatrix.of(new float[] {0, 0, 0}));

    float[] scores = predict(new AvengersPro(2, 5, 3, 1, 0, SCORE_SUM), train, test).row(0);

    double far = Math.exp(-3 * 0.2) / (1 + Math.exp(-3 * 0.2));
    assertThat((double) scores[0]).isCloseTo(1 - far, offset(1e-6));
    assertThat((double) scores[1]).isCloseTo(0.25 + 0.5 * far, offset(1e-6));
  }

  @Test
  void onlyWithACostWeightAreScoresUtilities() {
    assertThat(router(new AvengersPro(), PRICED).kind()).isEqualTo(ScoreKind.RANK);
    assertThat(router(new AvengersPro(4, 1, 9, 1, 0, SCORE_SUM), PRICED).kind())
        .isEqualTo(ScoreKind.RANK);
    assertThat(router(new AvengersPro(4, 1, 9, 0.7, 0.3, SCORE_SUM), PRICED).kind())
        .isEqualTo(ScoreKind.UTILITY);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new AvengersPro(0, 1, 9, 1, 0, SCORE_SUM))
        .hasMessage("clusters must be > 0 but is 0");
    assertThatThrownBy(() -> new AvengersPro(1, 0, 9, 1, 0, SCORE_SUM))
        .hasMessage("nearest must be > 0 but is 0");
    assertThatThrownBy(() -> new AvengersPro(1, 1, 9, 2, 0, SCORE_SUM))
        .hasMessage("performanceWeight must be in [0.0, 1.0] but is 2.0");
    assertThatThrownBy(() -> new AvengersPro(1, 1, 9, 1, -1, SCORE_SUM))
        .hasMessage("costWeight must be in [0.0, 1.0] but is -1.0");
  }

  private static RoutingData priced() {
    RoutingData data =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {1, 0}),
            FloatMatrix.of(new float[] {0, 1, 0}, new float[] {1, 1, 0}));
    FloatMatrix costs =
        FloatMatrix.of(new float[] {0.5f, 4, Float.NaN}, new float[] {1.5f, Float.NaN, Float.NaN});
    return new RoutingData(
        data.queries(), new OutcomeTable(data.pool(), data.outcomes().scores(), costs));
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
