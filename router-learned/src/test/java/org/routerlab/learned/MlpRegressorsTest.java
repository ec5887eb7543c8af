package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Training;

class MlpRegressorsTest {

  private static final Training TRAINING = new Training().withBatchSize(32).withGradientClip(1e9);

  @Test
  void theRegressorOfOneModelDoesNotSeeTheOutcomesOfAnother() {
    RoutingData train = Task.specialists(200, 8, 1);
    float[] scores = train.outcomes().scores().toArray();
    for (int row = 0; row < train.size(); row++) {
      scores[row * 5 + 1] = row % 3 == 0 ? Float.NaN : 1 - scores[row * 5 + 1];
    }
    RoutingData changed =
        Task.data(train.queries().embeddings(), FloatMatrix.wrap(train.size(), 5, scores));

    FloatMatrix before = predictions(train, train);
    FloatMatrix after = predictions(changed, train);

    for (int row = 0; row < train.size(); row++) {
      assertThat(after.get(row, 1)).isNotEqualTo(before.get(row, 1));
      for (int model : new int[] {0, 2, 3, 4}) {
        assertThat(after.get(row, model)).isEqualTo(before.get(row, model));
      }
    }
  }

  @Test
  void itFitsScoresByLeastSquares() {
    RoutingData train = Task.specialists(400, 8, 1);
    FloatMatrix predictions = predictions(train, train);
    double[] means = train.outcomes().meanScores();
    for (int model = 0; model < 4; model++) {
      double errors = 0;
      double spread = 0;
      for (int row = 0; row < train.size(); row++) {
        double score = train.outcomes().score(row, model);
        errors += Math.pow(predictions.get(row, model) - score, 2);
        spread += Math.pow(means[model] - score, 2);
      }
      // Knowing the topic explains all but 0.73 of the spread; an own mean explains none.
      assertThat(errors / spread).as("model %d", model).isLessThan(0.8);
    }
  }

  @Test
  void aRegressionMayLeaveZeroToOne() {
    RoutingData train = Task.specialists(400, 8, 1);
    float highest = 0;
    for (float value : predictions(train, train).toArray()) {
      highest = Math.max(highest, value);
    }
    assertThat(highest).isGreaterThan(1).isCloseTo(1, offset(0.7f));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new MlpRegressors(List.of(64, 0), new Training()))
        .hasMessage("hidden must be > 0 but is 0");
    assertThatThrownBy(() -> new MlpRegressors(List.of(), new Training()))
        .hasMessage("number of hidden layers must be > 0 but is 0");
  }

  private static FloatMatrix predictions(RoutingData train, RoutingData test) {
    ScoringRouter router =
        (ScoringRouter)
            new MlpRegressors(List.of(16, 16), TRAINING)
                .train(train, Task.none(train), Task.CONTEXT);
    return router.predict(test.queries());
  }
}
