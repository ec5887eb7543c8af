package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.RoutingData;
import org.routerlab.learned.HybridLlm.Label;
import org.routerlab.learned.HybridLlm.Pair;
import org.routerlab.learned.engine.Training;

class HybridLlmChainEqualsHybridLlmTest {

  private static final Training TRAINING = new Training();

  @Test
  void theChainOfTwoModelsIsThePair() {
    RoutingData train = firstTwo(Task.specialists(400, 16, 1));
    RoutingData validation = firstTwo(Task.specialists(200, 16, 2));
    DecisionRouter chain =
        (DecisionRouter)
            new HybridLlmChain(List.of(8), TRAINING).train(train, validation, Task.CONTEXT);
    DecisionRouter pair =
        (DecisionRouter)
            new HybridLlm(Pair.CHEAPEST, Label.DET, List.of(8), TRAINING)
                .train(train, validation, Task.CONTEXT);

    EmbeddedQueries asked = Task.specialists(400, 16, 3).queries();
    Decisions decisions = pair.route(asked);
    assertThat(chain.route(asked)).isEqualTo(decisions);
    assertThat(IntStream.of(decisions.toArray()).distinct().count()).isEqualTo(2);
  }

  private static RoutingData firstTwo(RoutingData data) {
    return Task.permuteModels(data, 0, 1);
  }
}
