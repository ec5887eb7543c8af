package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Schedule;
import org.routerlab.learned.engine.Training;

class ForcTest {

  @Test
  void withAndWithoutAHiddenLayerItRoutesBetterThanTheBestSingleModel() {
    assertThat(Routed.lead(new Forc())).isGreaterThan(0.07);
    assertThat(Routed.lead(new Forc(32, new Forc().training()))).isGreaterThan(0.07);
  }

  @Test
  void theLearningRateFallsAndThatMatters() {
    RoutingData train = Task.specialists(300, 8, 1);
    RoutingData validation = Task.specialists(100, 8, 3);
    Training published = new Forc().training();
    Training constant =
        new Training(
            published.epochs(),
            published.batchSize(),
            published.learningRate(),
            published.weightDecay(),
            published.patience(),
            published.validationsPerEpoch(),
            published.gradientClip(),
            published.standardise(),
            published.checkpoint());

    assertThat(published.schedule()).isEqualTo(Schedule.LINEAR_DECAY);
    assertThat(published.checkpoint()).isEqualTo(Checkpoint.BEST_BCE);
    assertThat(predict(new Forc(0, constant), train, validation))
        .isNotEqualTo(predict(new Forc(), train, validation));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Forc(-1, new Training()))
        .hasMessage("hidden must be in [0, 65536] but is -1");
  }

  private static float[] predict(Forc method, RoutingData train, RoutingData validation) {
    return ((ScoringRouter) method.train(train, validation, Task.CONTEXT))
        .predict(train.queries())
        .toArray();
  }
}
