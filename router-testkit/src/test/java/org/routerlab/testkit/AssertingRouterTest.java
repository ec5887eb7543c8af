package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class AssertingRouterTest {

  private final EmbeddedQueries queries = RoutingTasks.clustered().test().queries();

  @Test
  void aSoundRouterAnswersAsBefore() {
    ScoringRouter sound = new SoundMethod().trainOn(RoutingTasks.clustered().train());
    ScoringRouter checked = (ScoringRouter) AssertingRouter.of("sound", sound, 7);
    assertThat(checked.predict(queries).toArray()).isEqualTo(sound.predict(queries).toArray());
    assertThat(checked.kind()).isEqualTo(ScoreKind.PROBABILITY);
  }

  @Test
  void aPredictionThatIsNotFiniteIsNamedWithItsQuery() {
    ScoringRouter router =
        ScoringRouter.rowWise(2, ScoreKind.RANK, (embedding, scores) -> scores[1] = Float.NaN);
    ScoringRouter checked = (ScoringRouter) AssertingRouter.of("broken", router, 2);
    assertThatThrownBy(() -> checked.predict(queries))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("model 1")
        .hasMessageContaining(queries.queries().get(0).id());
  }

  @Test
  void predictionsOfAWrongShapeFail() {
    ScoringRouter router = batch -> FloatMatrix.empty(2);
    ScoringRouter checked = (ScoringRouter) AssertingRouter.of("short", router, 2);
    assertThatThrownBy(() -> checked.predict(queries))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("300 × 2");
  }

  @Test
  void aChoiceOutsideThePoolFails() {
    DecisionRouter router = batch -> Decisions.constant(batch.size(), 2);
    DecisionRouter checked = (DecisionRouter) AssertingRouter.of("lost", router, 2);
    assertThatThrownBy(() -> checked.route(queries))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("one of 2 models");
  }

  @Test
  void aMissingDecisionFails() {
    DecisionRouter router = batch -> Decisions.constant(batch.size() - 1, 0);
    DecisionRouter checked = (DecisionRouter) AssertingRouter.of("lazy", router, 2);
    assertThatThrownBy(() -> checked.route(queries))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("decided 299");
  }
}
