package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.engine.Training;

class CpRouterEqualsMlpTest {

  @Test
  void anErrorRateOfNothingLeavesTheChoiceToTheNetwork() {
    RoutingData train = Task.specialists(400, 8, 1);
    RoutingData validation = Task.specialists(200, 8, 2);
    RoutingData test = Task.specialists(100, 8, 3);
    Training training = new Training();
    ScoringRouter gated =
        (ScoringRouter)
            new CpRouter(List.of(16), CpRouter.Rule.FIXED, 0, training)
                .train(train, validation, Task.CONTEXT);
    // The other half of the validation queries calibrates the sets.
    int[] odd = IntStream.range(0, validation.size()).filter(i -> i % 2 == 1).toArray();
    ScoringRouter network =
        (ScoringRouter)
            new Mlp(List.of(16), 0.1, training)
                .train(train, validation.selectRows(odd), Task.CONTEXT);

    assertThat(gated.predict(test.queries()).toArray())
        .isEqualTo(network.predict(test.queries()).toArray());
  }
}
