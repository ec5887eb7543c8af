package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Checkpoint;
import org.routerlab.learned.engine.Training;

class P2lTest {

  private static final Training TRAINING =
      new Training(30, 32, 1e-2, 1e-4, 8, 2, 1, true, Checkpoint.BEST_ROUTING);

  @Test
  void everyLossLearnsWhichModelKnowsWhichTopic() {
    RoutingData train = Task.specialists(800, 16, 1);
    RoutingData test = Task.specialists(400, 16, 2);
    RoutingData validation = Task.specialists(200, 16, 3);
    for (P2l.Loss loss : P2l.Loss.values()) {
      ScoringRouter router =
          (ScoringRouter)
              new P2l(loss, List.of(), 0, TRAINING).train(train, validation, Task.CONTEXT);
      Decisions decisions =
          Decisions.argmax(router.predict(test.queries()), ModelRanking.of(train.outcomes()));

      assertThat(test.outcomes().meanScore(decisions)).as("%s", loss).isGreaterThan(0.85);
    }
  }

  /** Independent outcomes: the odds of a win among decisive pairs are the ratio of the odds. */
  @Test
  void bradleyTerryStrengthsAreLogitsUpToAConstant() {
    double[] rights = {0.9, 0.7, 0.5, 0.2};
    FloatMatrix scores = independent(rights);
    RoutingData train = Task.data(FloatMatrix.wrap(scores.rows(), 2, new float[2000]), scores);
    Training training = new Training(300, 1000, 0.02, 0, 1, 1, 1e9, true, Checkpoint.BEST_BCE);
    ScoringRouter router =
        (ScoringRouter)
            new P2l(P2l.Loss.BT, List.of(), 0, training)
                .train(train, Task.none(train), Task.CONTEXT);

    float[] strengths = router.predict(train.queries()).row(0);

    // Averaging within a query weighs its pairs unequally, yet leaves the optimum where it is.
    for (int model = 1; model < rights.length; model++) {
      double expected = logit(rights[model]) - logit(rights[0]);
      assertThat((double) strengths[model] - strengths[0])
          .as("model %d", model)
          .isCloseTo(expected, offset(0.02));
    }
  }

  @Test
  void scoresSayWhatTheyAre() {
    RoutingData train = Task.specialists(50, 8, 1);
    assertThat(kind(P2l.Loss.BT, train)).isEqualTo(ScoreKind.PAIRWISE_LOGIT);
    assertThat(kind(P2l.Loss.BT_TIE, train)).isEqualTo(ScoreKind.PAIRWISE_LOGIT);
    assertThat(kind(P2l.Loss.GROUNDED_RAO_KUPPER, train)).isEqualTo(ScoreKind.RATING);
  }

  @Test
  void groundedStrengthsAreChancesOfBeatingTheReference() {
    RoutingData train = Task.specialists(50, 8, 1);
    ScoringRouter router =
        (ScoringRouter)
            new P2l(P2l.Loss.GROUNDED_RAO_KUPPER, List.of(), 0, TRAINING)
                .train(train, train, Task.CONTEXT);

    FloatMatrix predictions = router.predict(train.queries());

    assertThat(predictions.columns()).isEqualTo(5);
    for (float value : predictions.toArray()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new P2l(null, List.of(), 0, TRAINING)).hasMessage("loss");
    assertThatThrownBy(() -> new P2l(P2l.Loss.BT, List.of(0), 0, TRAINING))
        .hasMessage("hidden must be > 0 but is 0");
    assertThatThrownBy(() -> new P2l(P2l.Loss.BT, List.of(), 1, TRAINING))
        .hasMessage("dropout must be in [0.0, 0.9] but is 1.0");
  }

  private static ScoreKind kind(P2l.Loss loss, RoutingData train) {
    return ((ScoringRouter) new P2l(loss, List.of(), 0, TRAINING).train(train, train, Task.CONTEXT))
        .kind();
  }

  /** All combinations of right and wrong, 1000 in all, as often as chances say. */
  private static FloatMatrix independent(double[] rights) {
    float[] scores = new float[1000 * rights.length];
    int row = 0;
    for (int which = 0; which < 1 << rights.length; which++) {
      double chance = 1;
      for (int model = 0; model < rights.length; model++) {
        boolean right = (which >> model & 1) == 1;
        chance *= right ? rights[model] : 1 - rights[model];
      }
      long times = Math.round(1000 * chance);
      for (int time = 0; time < times; time++, row++) {
        for (int model = 0; model < rights.length; model++) {
          scores[row * rights.length + model] = which >> model & 1;
        }
      }
    }
    assertThat(row).isEqualTo(1000);
    return FloatMatrix.wrap(1000, rights.length, scores);
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
