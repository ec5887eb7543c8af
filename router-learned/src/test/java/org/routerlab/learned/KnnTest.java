package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class KnnTest {

  @Test
  void withAllNeighboursItIsTheBestSingleModel() {
    for (long seed = 0; seed < 20; seed++) {
      RoutingData train = Task.noise(60, 8, 5, seed);
      ModelRanking ranking = ModelRanking.of(train.outcomes());
      FloatMatrix predictions = predict(new Knn(60), train, Task.noise(30, 8, 5, seed + 100));

      assertThat(Decisions.argmax(predictions, ranking))
          .as("seed %d", seed)
          .isEqualTo(Decisions.constant(30, ranking.best()));
    }
  }

  @Test
  void moreNeighboursThanTrainingQueriesAreAllOfThem() {
    RoutingData train = Task.noise(20, 4, 3, 1);

    assertThat(predict(new Knn(1000), train, train).toArray())
        .isEqualTo(predict(new Knn(20), train, train).toArray());
  }

  @Test
  void oneNeighbourRepeatsTheOutcomeOfATrainingQuery() {
    RoutingData train = Task.noise(50, 8, 4, 3);

    assertThat(predict(new Knn(1), train, train).toArray())
        .isEqualTo(train.outcomes().scores().toArray());
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    ModelRanking ranking = ModelRanking.of(train.outcomes());

    Decisions decisions = Decisions.argmax(predict(new Knn(), train, test), ranking);

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.85);
  }

  @Test
  void theNumberOfNeighboursIsAtLeastOne() {
    assertThatThrownBy(() -> new Knn(0)).hasMessage("k must be > 0 but is 0");
  }

  private static FloatMatrix predict(Knn knn, RoutingData train, RoutingData test) {
    return ((ScoringRouter) knn.train(train, Task.none(train), Task.CONTEXT))
        .predict(test.queries());
  }
}
