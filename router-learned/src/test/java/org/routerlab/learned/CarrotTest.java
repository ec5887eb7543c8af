package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.CostPredictor;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class CarrotTest {

  @Test
  void theScoresOfCarrotKnnAreThoseOfKnnWithAsManyNeighbours() {
    RoutingData train = Task.noise(120, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);
    for (int k : new int[] {1, 7, 64, 500}) {
      assertThat(scores(new CarrotKnn(k), train, test).toArray())
          .isEqualTo(scores(new Knn(k), train, test).toArray());
    }
  }

  @Test
  void theScoresOfCarrotRidgeAreThoseOfRidgeWithAsMuchShrinkage() {
    RoutingData train = Task.noise(120, 8, 5, 1);
    RoutingData test = Task.noise(40, 8, 5, 2);

    assertThat(scores(new CarrotRidge(3), train, test).toArray())
        .isEqualTo(scores(new Ridge(3), train, test).toArray());
  }

  @Test
  void oneNeighbourRepeatsTheCostOfATrainingQuery() {
    RoutingData train = priced(Task.noise(30, 8, 3, 3));
    CostPredictor costs = (CostPredictor) train(new CarrotKnn(1), train);

    assertThat(costs.predictCosts(train.queries()).toArray())
        .isEqualTo(train.outcomes().costs().toArray());
  }

  @Test
  void ridgePredictsCostsThatGrowExponentiallyAndMeetsTheirMean() {
    RoutingData train = priced(Task.noise(300, 4, 2, 4));
    CostPredictor costs = (CostPredictor) train(new CarrotRidge(1e-6), train);

    FloatMatrix predicted = costs.predictCosts(train.queries());

    for (int row = 0; row < train.size(); row++) {
      float cost = train.outcomes().cost(row, 1);
      assertThat(predicted.get(row, 1)).isCloseTo(cost, offset(0.002f * cost));
    }
  }

  @Test
  void withoutCostsNoneArePredicted() {
    RoutingData train = Task.noise(30, 8, 3, 3);

    assertThat(train(new CarrotKnn(), train)).isNotInstanceOf(CostPredictor.class);
    assertThat(train(new CarrotRidge(), train)).isNotInstanceOf(CostPredictor.class);
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new CarrotKnn(0)).hasMessage("k must be > 0 but is 0");
    assertThatThrownBy(() -> new CarrotRidge(0))
        .hasMessage("alpha must be finite and > 0 but is 0.0");
    assertThatThrownBy(() -> new Ridge(-1)).hasMessage("alpha must be finite and > 0 but is -1.0");
  }

  /** The logarithm of a cost is linear in the embedding. */
  private static RoutingData priced(RoutingData data) {
    int models = data.pool().size();
    float[] costs = new float[data.size() * models];
    for (int i = 0; i < costs.length; i++) {
      float[] embedding = data.queries().embeddings().row(i / models);
      costs[i] = (float) Math.exp(embedding[i % models] - 0.5 * embedding[3]);
    }
    FloatMatrix matrix = FloatMatrix.wrap(data.size(), models, costs);
    return new RoutingData(
        data.queries(), new OutcomeTable(data.pool(), data.outcomes().scores(), matrix));
  }

  private static ScoringRouter train(RoutingMethod method, RoutingData train) {
    return (ScoringRouter) method.train(train, Task.none(train), Task.CONTEXT);
  }

  private static FloatMatrix scores(RoutingMethod method, RoutingData train, RoutingData test) {
    return train(method, train).predict(test.queries());
  }
}
