package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Training;

class CpRouterTest {

  private static final RoutingData TRAIN = Task.specialists(400, 8, 1);
  private static final RoutingData VALIDATION = Task.specialists(200, 8, 2);
  private static final RoutingData TEST = Task.specialists(100, 8, 3);
  private static final ModelRanking RANKING = ModelRanking.of(TRAIN.outcomes());

  @Test
  void anErrorRateOfOneLeavesTheBestSingleModel() {
    FloatMatrix scores = router(1).predict(TEST.queries());

    assertThat(Decisions.argmax(scores, RANKING))
        .isEqualTo(Decisions.constant(TEST.size(), RANKING.best()));
  }

  @Test
  void aModelOutsideTheSetScoresOneLess() {
    FloatMatrix all = router(0).predict(TEST.queries());
    FloatMatrix gated = router(0.3).predict(TEST.queries());
    int outside = 0;
    for (int row = 0; row < all.rows(); row++) {
      for (int model = 0; model < all.columns(); model++) {
        if (gated.get(row, model) < 0) {
          assertThat(gated.get(row, model)).isEqualTo(all.get(row, model) - 1);
          outside++;
        } else if (model != RANKING.best()) {
          assertThat(gated.get(row, model)).isEqualTo(all.get(row, model));
        }
      }
    }
    assertThat(outside).isBetween(50, 400);
  }

  @Test
  void itsScoresAreNotProbabilities() {
    assertThat(router(0.1).kind()).isEqualTo(ScoreKind.RANK);
  }

  @Test
  void itRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new CpRouter())).isGreaterThan(0.07);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new CpRouter(List.of(), CpRouter.Rule.FIXED, 1.5, new Training()))
        .hasMessage("alpha must be in [0.0, 1.0] but is 1.5");
  }

  private static ScoringRouter router(double alpha) {
    return (ScoringRouter)
        new CpRouter(List.of(16), CpRouter.Rule.FIXED, alpha, new Training())
            .train(TRAIN, VALIDATION, Task.CONTEXT);
  }
}
