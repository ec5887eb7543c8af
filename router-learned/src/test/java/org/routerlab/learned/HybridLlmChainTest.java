package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.learned.engine.Training;

class HybridLlmChainTest {

  private static final RoutingData TRAIN = Task.specialists(400, 16, 1);
  private static final RoutingData VALIDATION = Task.specialists(200, 16, 2);
  private static final RoutingData TEST = Task.specialists(400, 16, 3);

  @Test
  void itRoutesToSpecialists() {
    DecisionRouter chain =
        (DecisionRouter)
            new HybridLlmChain(List.of(64), new Training()).train(TRAIN, VALIDATION, Task.CONTEXT);
    Decisions best = Decisions.constant(TEST.size(), ModelRanking.of(TRAIN.outcomes()).best());

    assertThat(TEST.outcomes().meanScore(chain.route(TEST.queries())))
        .isGreaterThan(TEST.outcomes().meanScore(best) + 0.1);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new HybridLlmChain(List.of(0), new Training()))
        .hasMessage("hidden must be > 0 but is 0");
  }
}
