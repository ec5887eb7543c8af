package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.engine.Training;

class LinearEqualsMlpTest {

  @Test
  void itIsAFeedForwardNetworkWithoutHiddenLayers() {
    RoutingData train = Task.specialists(200, 8, 1);
    RoutingData validation = Task.specialists(100, 8, 2);
    Training training = new Training().withBatchSize(32);

    ScoringRouter linear =
        (ScoringRouter) new Linear(training).train(train, validation, Task.CONTEXT);
    ScoringRouter mlp =
        (ScoringRouter) new Mlp(List.of(), 0, training).train(train, validation, Task.CONTEXT);

    assertThat(linear.predict(validation.queries()).toArray())
        .isEqualTo(mlp.predict(validation.queries()).toArray());
    assertThat(linear.predict(validation.queries()).row(0))
        .isNotEqualTo(linear.predict(validation.queries()).row(1));
  }
}
