package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

class BestSingleTest {

  @Test
  void everyQueryGoesToTheHighestTrainMean() {
    FloatMatrix embeddings = FloatMatrix.of(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    RoutingData train =
        Task.data(embeddings, FloatMatrix.of(new float[][] {{1, 0, 1}, {0, 1, 1}, {0, 0, 0}}));

    DecisionRouter router =
        (DecisionRouter) new BestSingle().train(train, Task.none(train), Task.CONTEXT);

    assertThat(router.route(train.queries())).isEqualTo(Decisions.of(2, 2, 2));
  }

  @Test
  void noQueriesGetNoDecisions() {
    RoutingData train = Task.noise(3, 2, 2, 1);
    DecisionRouter router = (DecisionRouter) new BestSingle().train(train, train, Task.CONTEXT);

    assertThat(router.route(Task.none(train).queries()).size()).isZero();
  }
}
