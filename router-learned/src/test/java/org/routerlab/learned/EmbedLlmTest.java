package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class EmbedLlmTest {

  @Test
  void aRankOfAtLeastThePoolIsOneLogisticRegressionAModel() {
    RoutingData train = Task.specialists(300, 4, 5);
    Training training = new Training(300, 300, 0.02, 0, 1, 1, 1, true, Checkpoint.BEST_ROUTING);
    ScoringRouter router =
        (ScoringRouter)
            new EmbedLlm(train.pool().size(), 0, training)
                .train(train, Task.none(train), Task.CONTEXT);

    double reached = crossEntropy(router.predict(train.queries()), train.outcomes());

    assertThat(reached).isCloseTo(logisticRegressions(train), offset(2e-4));
  }

  @Test
  void itLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    RoutingData validation = Task.specialists(200, 16, 3);
    ModelRanking ranking = ModelRanking.of(train.outcomes());

    ScoringRouter router = (ScoringRouter) new EmbedLlm().train(train, validation, Task.CONTEXT);
    Decisions decisions = Decisions.argmax(router.predict(test.queries()), ranking);

    assertThat(test.outcomes().meanScore(decisions)).isGreaterThan(0.85);
  }

  @Test
  void noiseIsOffWhenRouting() {
    RoutingData train = Task.specialists(200, 8, 1);
    ScoringRouter router =
        (ScoringRouter) new EmbedLlm().train(train, Task.none(train), Task.CONTEXT);

    assertThat(router.predict(train.queries()).toArray())
        .isEqualTo(router.predict(train.queries()).toArray());
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new EmbedLlm(0, 0, new Training()))
        .hasMessage("rank must be > 0 but is 0");
    assertThatThrownBy(() -> new EmbedLlm(8, -0.1, new Training()))
        .hasMessage("noise must be in [0.0, 10.0] but is -0.1");
  }

  private static double crossEntropy(FloatMatrix predictions, OutcomeTable outcomes) {
    double sum = 0;
    for (int row = 0; row < predictions.rows(); row++) {
      for (int model = 0; model < predictions.columns(); model++) {
        double right = predictions.get(row, model);
        sum -= Math.log(outcomes.isCorrect(row, model) ? right : 1 - right);
      }
    }
    return sum / (predictions.rows() * predictions.columns());
  }

  /** The lowest cross-entropy of a logistic regression a model, by long plain gradient descent. */
  private static double logisticRegressions(RoutingData data) {
    int dimensions = data.queries().dimension();
    double sum = 0;
    for (int model = 0; model < data.pool().size(); model++) {
      double[] weights = new double[dimensions + 1];
      for (int step = 0; step < 3000; step++) {
        double[] slope = new double[weights.length];
        descend(data, model, weights, slope);
        for (int i = 0; i < weights.length; i++) {
          weights[i] -= slope[i] / data.size();
        }
      }
      sum += descend(data, model, weights, new double[weights.length]) / data.size();
    }
    return sum / data.pool().size();
  }

  private static double descend(RoutingData data, int model, double[] weights, double[] slope) {
    double loss = 0;
    int bias = weights.length - 1;
    for (int row = 0; row < data.size(); row++) {
      double logit = weights[bias];
      for (int i = 0; i < bias; i++) {
        logit += weights[i] * data.queries().embeddings().get(row, i);
      }
      double right = 1 / (1 + Math.exp(-logit));
      double score = data.outcomes().score(row, model);
      loss -= Math.log(score == 1 ? right : 1 - right);
      for (int i = 0; i < bias; i++) {
        slope[i] += (right - score) * data.queries().embeddings().get(row, i);
      }
      slope[bias] += right - score;
    }
    return loss;
  }
}
