package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class SwRankingTest {

  @Test
  void withTwoModelsAndNoTiesItIsTheWeightedBradleyTerryFit() {
    RoutingData noise = Task.noise(80, 6, 1, 1);
    float[][] battles = new float[noise.size()][];
    for (int row = 0; row < battles.length; row++) {
      float first = noise.outcomes().score(row, 0);
      battles[row] = new float[] {first, 1 - first};
    }
    RoutingData train = Task.data(noise.queries().embeddings(), FloatMatrix.of(battles));
    FloatMatrix queries = Task.noise(20, 6, 1, 2).queries().embeddings();

    FloatMatrix predicted = predict(50, train, queries);

    for (int query = 0; query < queries.rows(); query++) {
      double chance = bradleyTerry(weights(50, queries.row(query), train), battles);
      assertThat((double) predicted.get(query, 0)).isCloseTo(chance, offset(1e-5));
      assertThat((double) predicted.get(query, 1)).isCloseTo(1 - chance, offset(1e-5));
    }
  }

  /** The chance that the first model wins, by gradient ascent on the weighted log likelihood. */
  private static double bradleyTerry(double[] weights, float[][] battles) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double lead = 0;
    for (int step = 0; step < 500; step++) {
      double gradient = 0;
      for (int i = 0; i < weights.length; i++) {
        gradient += weights[i] * (battles[i][0] - 1 / (1 + Math.exp(-lead)));
      }
      lead += 2 * gradient / total;
    }
    return 1 / (1 + Math.exp(-lead));
  }

  private static double[] weights(double gamma, float[] query, RoutingData train) {
    double[] similarities = new double[train.size()];
    double largest = 0;
    for (int i = 0; i < similarities.length; i++) {
      float[] point = train.queries().embeddings().row(i);
      double dot = 0;
      double squares = 0;
      for (int column = 0; column < query.length; column++) {
        dot += query[column] * point[column];
        squares += point[column] * point[column];
      }
      similarities[i] = dot / Math.sqrt(squares);
      largest = Math.max(largest, similarities[i]);
    }
    double[] weights = new double[similarities.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.pow(gamma, 1 + similarities[i] / largest);
    }
    return weights;
  }

  @Test
  void gammaOneIsTheTrainMean() {
    RoutingData train = Task.noise(60, 8, 3, 1);
    double[] means = train.outcomes().meanScores();

    FloatMatrix predicted = predict(1, train, train.queries().embeddings());

    for (int model = 0; model < means.length; model++) {
      assertThat((double) predicted.get(5, model)).isCloseTo(means[model], offset(1e-6));
    }
  }

  @Test
  void aQueryUnlikeAllTrainingQueriesLeansToTheLeastUnlike() {
    // Cosines -0.6 and -0.8, neither divided by the largest.
    RoutingData train =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}));

    FloatMatrix predicted = predict(100, train, FloatMatrix.of(new float[] {-0.6f, -0.8f}));

    double odds = Math.pow(100, 0.2);
    assertThat((double) predicted.get(0, 0)).isCloseTo(odds / (1 + odds), offset(1e-6));
  }

  @Test
  void scoresNotObservedAreLeftOut() {
    RoutingData train =
        Task.data(
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
            FloatMatrix.of(new float[] {Float.NaN, 0}, new float[] {1, 1}));

    FloatMatrix predicted = predict(10, train, FloatMatrix.of(new float[] {1, 0}));

    assertThat(predicted.get(0, 0)).isEqualTo(1);
    assertThat((double) predicted.get(0, 1)).isCloseTo(1 / 11.0, offset(1e-6));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new SwRanking(0.5)).hasMessageStartingWith("gamma must be in [1.0,");
  }

  private static FloatMatrix predict(double gamma, RoutingData train, FloatMatrix queries) {
    return ((ScoringRouter) new SwRanking(gamma).train(train, Task.none(train), Task.CONTEXT))
        .predict(Task.queries(queries));
  }
}
