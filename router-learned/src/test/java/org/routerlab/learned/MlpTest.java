package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.engine.Training;

class MlpTest {

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    RoutingData validation = Task.specialists(200, 16, 3);
    ModelRanking ranking = ModelRanking.of(train.outcomes());

    ScoringRouter router = (ScoringRouter) new Mlp().train(train, validation, Task.CONTEXT);
    Decisions decisions = Decisions.argmax(router.predict(test.queries()), ranking);

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.85);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Mlp(List.of(64, 0), 0.1, new Training()))
        .hasMessage("hidden must be > 0 but is 0");
    assertThatThrownBy(() -> new Mlp(List.of(64), 1, new Training()))
        .hasMessage("dropout must be in [0.0, 0.9] but is 1.0");
  }

  @Test
  void equalHyperParametersAreOneMethod() {
    assertThat(new Mlp()).isEqualTo(new Mlp(List.of(256), 0.1, new Training()));
  }
}
