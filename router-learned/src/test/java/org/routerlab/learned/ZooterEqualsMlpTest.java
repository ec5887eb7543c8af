package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.Zooter.Enhancement;
import org.routerlab.learned.engine.Training;

class ZooterEqualsMlpTest {

  private static final RoutingData TRAIN = Task.specialists(400, 8, 1);
  private static final RoutingData VALIDATION = Task.specialists(100, 8, 2);
  private static final Training TRAINING = new Training().withBatchSize(32);

  @Test
  void withoutDistillationItIsAFeedForwardNetwork() {
    ScoringRouter mlp =
        (ScoringRouter) new Mlp(List.of(32), 0.1, TRAINING).train(TRAIN, VALIDATION, Task.CONTEXT);
    float[] expected = mlp.predict(VALIDATION.queries()).toArray();

    assertThat(predictions(0)).isEqualTo(expected);
    assertThat(predictions(0.5)).isNotEqualTo(expected);
  }

  private static float[] predictions(double distillation) {
    Zooter method =
        new Zooter(distillation, 0.5, 0.5, 16, Enhancement.NEIGHBORS, List.of(32), 0.1, TRAINING);
    return ((ScoringRouter) method.train(TRAIN, VALIDATION, Task.CONTEXT))
        .predict(VALIDATION.queries())
        .toArray();
  }
}
