package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.EquiRouter.Head;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class EquiRouterEqualsP2lTest {

  private static final Training TRAINING =
      new Training(20, 32, 1e-2, 1e-4, 8, 2, 1, true, Checkpoint.BEST_ROUTING);

  @Test
  void withoutCrossEntropyAndTiesItIsPromptToLeaderboard() {
    RoutingData train = priced(Task.specialists(200, 8, 1));
    RoutingData validation = Task.specialists(100, 8, 2);
    ScoringRouter leaderboard =
        (ScoringRouter)
            new P2l(P2l.Loss.BT, List.of(32), 0.1, TRAINING).train(train, validation, Task.CONTEXT);
    float[] expected = leaderboard.predict(validation.queries()).toArray();

    assertThat(withTieWeight(0, train, validation)).isEqualTo(expected);
    assertThat(withTieWeight(0.1, train, validation)).isNotEqualTo(expected);
  }

  private static float[] withTieWeight(double weight, RoutingData train, RoutingData validation) {
    EquiRouter method = new EquiRouter(Head.MLP, 32, 8, 0.1, 0, 1, weight, false, TRAINING);
    return ((ScoringRouter) method.train(train, validation, Task.CONTEXT))
        .predict(validation.queries())
        .toArray();
  }

  /** A later model costs more. */
  private static RoutingData priced(RoutingData data) {
    int models = data.pool().size();
    float[] costs = new float[data.size() * models];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = 1 + i % models;
    }
    FloatMatrix matrix = FloatMatrix.wrap(data.size(), models, costs);
    return new RoutingData(
        data.queries(), new OutcomeTable(data.pool(), data.outcomes().scores(), matrix));
  }
}
