package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;

class UniRouteEqualsKMeansTest {

  @Test
  void validatedOnTheTrainingQueriesItIsKMeans() {
    RoutingData train = Task.noise(80, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);

    ScoringRouter validated = (ScoringRouter) new UniRoute(9, 2).train(train, train, Task.CONTEXT);

    assertThat(validated.predict(test.queries()).toArray())
        .isEqualTo(Routed.predict(new KMeans(9, 2), train, test).toArray());
  }

  @Test
  void withoutValidationItIsKMeans() {
    RoutingData train = Task.noise(80, 8, 5, 1);

    assertThat(Routed.predict(new UniRoute(9, 0), train, train).toArray())
        .isEqualTo(Routed.predict(new KMeans(9, 0), train, train).toArray());
  }
}
