package org.routerlab.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class CalibratorTest {

  private static final double[] SLOPES = {.5, 1, 2};
  private static final double[] OFFSETS = {-.5, 0, .4};

  /** Logistic outcomes of normal scores, a known curve a model; some are not observed. */
  private record Task(FloatMatrix predictions, OutcomeTable outcomes) {

    static Task of(int rows, double scale, double shift, double missing, double[] slopes) {
      SplittableRandom random = new Seed(rows).stream("calibration");
      float[] predictions = new float[rows * 3];
      float[] scores = new float[rows * 3];
      for (int i = 0; i < scores.length; i++) {
        double logit = 4 * random.nextDouble() - 2;
        double p = ScoreCurve.sigmoid(slopes[i % 3] * logit + OFFSETS[i % 3]);
        boolean seen = random.nextDouble() >= missing;
        scores[i] = random.nextDouble() < p ? 1 : 0;
        scores[i] = seen ? scores[i] : Float.NaN;
        predictions[i] = (float) (scale * logit + shift);
      }
      return new Task(
          FloatMatrix.wrap(rows, 3, predictions),
          new OutcomeTable(ModelPool.of("a", "b", "c"), FloatMatrix.wrap(rows, 3, scores)));
    }
  }

  @Test
  void knownCurvesAreRecovered() {
    Task task = Task.of(40_000, 1, 0, .1, SLOPES);
    FloatMatrix grid = FloatMatrix.of(new float[] {-1, -1, -1}, new float[] {1.5f, 1.5f, 1.5f});
    for (Calibrator calibrator :
        List.of(Calibrator.PLATT_PER_MODEL, Calibrator.ISOTONIC_PER_MODEL)) {
      FloatMatrix calibrated =
          calibrator.fit(ScoreKind.LOGIT, task.predictions, task.outcomes).apply(grid);
      for (int row = 0; row < 2; row++) {
        for (int model = 0; model < 3; model++) {
          double truth = ScoreCurve.sigmoid(SLOPES[model] * grid.get(row, model) + OFFSETS[model]);
          assertThat((double) calibrated.get(row, model))
              .as("%s, row %d, model %d", calibrator, row, model)
              .isCloseTo(truth, within(.03));
        }
      }
    }
  }

  @Test
  void oneCurveIsRecoveredByTheSharedFit() {
    Task task = Task.of(40_000, 3, 5, 0, new double[] {1, 1, 1});
    Calibration fit =
        Calibrator.PLATT_SHARED.fit(ScoreKind.RATING, task.predictions, task.outcomes);
    // Offsets average −0.03; the score 5 is the logit 0.
    float middle = fit.apply(FloatMatrix.of(new float[] {5, 5, 5})).get(0, 1);
    float high = fit.apply(FloatMatrix.of(new float[] {11, 11, 11})).get(0, 1);
    assertThat((double) middle).isCloseTo(.49, within(.02));
    assertThat((double) high).isCloseTo(ScoreCurve.sigmoid(2), within(.02));
  }

  @Test
  void theScaleOfTheScoresDoesNotMatter() {
    Task plain = Task.of(300, 1, 0, .2, SLOPES);
    Task rating = Task.of(300, 400, 1000, .2, SLOPES);
    for (Calibrator calibrator : fitted()) {
      assertClose(calibrated(calibrator, plain), calibrated(calibrator, rating), 1e-4);
    }
  }

  @Test
  void aHigherScoreOfAModelIsNeverCalibratedLower() {
    Task task = Task.of(700, 1, 0, .1, new double[] {-1, .3, 2});
    float[] grid = new float[300];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (i / 3 - 50) / 10f;
    }
    for (Calibrator calibrator : Calibrator.values()) {
      FloatMatrix values =
          calibrator
              .fit(ScoreKind.LOGIT, task.predictions, task.outcomes)
              .apply(FloatMatrix.wrap(100, 3, grid));
      for (int row = 1; row < 100; row++) {
        for (int model = 0; model < 3; model++) {
          assertThat(values.get(row, model))
              .as("%s", calibrator)
              .isGreaterThanOrEqualTo(values.get(row - 1, model));
          assertThat(values.get(row, model)).isFinite();
        }
      }
    }
  }

  @Test
  void onValidationThePredictionsAreNoWorseThanTheMean() {
    for (int rows : new int[] {1, 2, 7, 40, 700}) {
      Task task = Task.of(rows, 1, 0, .1, new double[] {-1, 0, 1});
      double[] means = task.outcomes.meanScores();
      FloatMatrix platt = calibrated(Calibrator.PLATT_PER_MODEL, task);
      for (int model = 0; model < 3; model++) {
        double constant = loss(task.outcomes, platt, model, means[model]);
        double found = loss(task.outcomes, platt, model, Double.NaN);
        // The penalty, and means of 0 or 1, let the fit end a little above.
        if (means[model] > 0 && means[model] < 1) {
          assertThat(found).as("%d rows, model %d", rows, model).isLessThan(constant + .01);
        }
      }
    }
    Task task = Task.of(700, 1, 0, 0, SLOPES);
    FloatMatrix platt = calibrated(Calibrator.PLATT_PER_MODEL, task);
    for (int model = 0; model < 3; model++) {
      double constant = loss(task.outcomes, platt, model, task.outcomes.meanScores()[model]);
      assertThat(loss(task.outcomes, platt, model, Double.NaN)).isLessThan(constant - .02);
    }
  }

  /** The mean log loss of a model; of a constant where one is given. */
  private static double loss(
      OutcomeTable outcomes, FloatMatrix predictions, int model, double constant) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < outcomes.size(); row++) {
      if (outcomes.isObserved(row, model)) {
        double p = Double.isNaN(constant) ? predictions.get(row, model) : constant;
        double y = outcomes.score(row, model);
        sum -= y * StrictMath.log(p) + (1 - y) * StrictMath.log(1 - p);
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void permutingTheModelsChangesNoBit() {
    int[] turned = {2, 0, 1};
    Task task = Task.of(601, 1, 0, .1, SLOPES);
    Task other =
        new Task(
            columns(task.predictions, turned),
            new OutcomeTable(ModelPool.of("c", "a", "b"), columns(task.outcomes.scores(), turned)));
    for (ScoreKind kind : List.of(ScoreKind.LOGIT, ScoreKind.PAIRWISE_LOGIT)) {
      for (Calibrator calibrator : Calibrator.values()) {
        FloatMatrix one =
            calibrator.fit(kind, task.predictions, task.outcomes).apply(task.predictions);
        FloatMatrix two =
            calibrator.fit(kind, other.predictions, other.outcomes).apply(other.predictions);
        assertThat(columns(one, turned).toArray()).as("%s", calibrator).isEqualTo(two.toArray());
      }
    }
  }

  private static FloatMatrix columns(FloatMatrix matrix, int[] columns) {
    float[] all = new float[matrix.rows() * columns.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = matrix.get(i / columns.length, columns[i % columns.length]);
    }
    return FloatMatrix.wrap(matrix.rows(), columns.length, all);
  }

  @Test
  void theSameFitGivesTheSameBits() {
    Task task = Task.of(600, 1, 0, .1, SLOPES);
    for (Calibrator calibrator : Calibrator.values()) {
      assertThat(calibrated(calibrator, task).toArray())
          .isEqualTo(calibrated(calibrator, task).toArray());
    }
  }

  @Test
  void aConstantAddedToAllScoresOfAQueryIsTakenFromAPairwiseLogit() {
    Task task = Task.of(600, 1, 0, .1, SLOPES);
    float[] shifted = task.predictions.toArray();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += i / 3 % 17;
    }
    FloatMatrix moved = FloatMatrix.wrap(600, 3, shifted);
    for (Calibrator calibrator : List.of(Calibrator.SIGMOID, Calibrator.PLATT_PER_MODEL)) {
      FloatMatrix one =
          calibrator
              .fit(ScoreKind.PAIRWISE_LOGIT, task.predictions, task.outcomes)
              .apply(task.predictions);
      FloatMatrix two = calibrator.fit(ScoreKind.PAIRWISE_LOGIT, moved, task.outcomes).apply(moved);
      assertClose(one, two, 1e-5);
      FloatMatrix logit = calibrator.fit(ScoreKind.LOGIT, moved, task.outcomes).apply(moved);
      assertThat(logit.toArray()).isNotEqualTo(two.toArray());
    }
  }

  @Test
  void identityChangesNothingAndSigmoidNeedsNoFit() {
    Task task = Task.of(5, 1, 0, 0, SLOPES);
    assertThat(calibrated(Calibrator.IDENTITY, task).toArray())
        .isEqualTo(task.predictions.toArray());
    Calibration sigmoid = Calibrator.SIGMOID.fit(ScoreKind.LOGIT, task.predictions, task.outcomes);
    assertThat(sigmoid.apply(FloatMatrix.of(new float[] {0, 0, 0})).row(0))
        .containsExactly(.5f, .5f, .5f);
  }

  @Test
  void aFewRowsAreFittedByPlattAndItIsSaid() {
    Task task = Task.of(499, 1, 0, 0, SLOPES);
    Calibration isotonic =
        Calibrator.ISOTONIC_PER_MODEL.fit(ScoreKind.LOGIT, task.predictions, task.outcomes);
    assertThat(isotonic.apply(task.predictions).toArray())
        .isEqualTo(calibrated(Calibrator.PLATT_PER_MODEL, task).toArray());
    assertThat(isotonic.notes()).hasSize(3);
    assertThat(isotonic.notes().get(0)).contains("model a has 499 validation rows");
    Task enough = Task.of(500, 1, 0, 0, SLOPES);
    assertThat(
            Calibrator.ISOTONIC_PER_MODEL
                .fit(ScoreKind.LOGIT, enough.predictions, enough.outcomes)
                .notes())
        .isEmpty();
  }

  @Test
  void withoutValidationOutcomesScoresStayAndItIsSaid() {
    Task task = Task.of(4, 1, 0, 1, SLOPES);
    for (Calibrator calibrator : fitted()) {
      Calibration fit = calibrator.fit(ScoreKind.LOGIT, task.predictions, task.outcomes);
      assertThat(fit.apply(task.predictions).toArray()).isEqualTo(task.predictions.toArray());
      assertThat(fit.notes())
          .containsExactly("no validation outcomes: scores are left as they are");
    }
  }

  @Test
  void aModelNeverObservedHasTheSharedFit() {
    Task task = Task.of(200, 1, 0, 0, SLOPES);
    float[] scores = task.outcomes.scores().toArray();
    IntStream.range(0, 200).forEach(row -> scores[row * 3 + 1] = Float.NaN);
    Task hidden =
        new Task(
            task.predictions,
            new OutcomeTable(task.outcomes.pool(), FloatMatrix.wrap(200, 3, scores)));
    FloatMatrix shared = calibrated(Calibrator.PLATT_SHARED, hidden);
    FloatMatrix own = calibrated(Calibrator.PLATT_PER_MODEL, hidden);
    for (int row = 0; row < 200; row++) {
      assertThat(own.get(row, 1)).isEqualTo(shared.get(row, 1));
    }
    assertThat(own.get(0, 0)).isNotEqualTo(shared.get(0, 0));
  }

  @Test
  void scoresThatAreAllEqualGiveEachModelAboutItsMean() {
    Task task = Task.of(400, 0, .3f, 0, new double[] {0, 0, 0});
    FloatMatrix values = calibrated(Calibrator.PLATT_PER_MODEL, task);
    for (int model = 0; model < 3; model++) {
      assertThat((double) values.get(0, model))
          .isCloseTo(task.outcomes.meanScores()[model], within(.01));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Task task = Task.of(3, 1, 0, 0, SLOPES);
    assertThatThrownBy(
            () -> Calibrator.PLATT_SHARED.fit(ScoreKind.LOGIT, FloatMatrix.empty(3), task.outcomes))
        .hasMessage("prediction rows must equal outcome rows but are 0 and 3");
    float[] bad = task.predictions.toArray();
    bad[4] = Float.NaN;
    assertThatThrownBy(
            () ->
                Calibrator.PLATT_SHARED.fit(
                    ScoreKind.LOGIT, FloatMatrix.wrap(3, 3, bad), task.outcomes))
        .hasMessage("predictions must be finite but that of model b on validation row 1 is NaN");
  }

  private static List<Calibrator> fitted() {
    return List.of(
        Calibrator.PLATT_SHARED, Calibrator.PLATT_PER_MODEL, Calibrator.ISOTONIC_PER_MODEL);
  }

  private static FloatMatrix calibrated(Calibrator calibrator, Task task) {
    return calibrator.fit(ScoreKind.LOGIT, task.predictions, task.outcomes).apply(task.predictions);
  }

  private static void assertClose(FloatMatrix one, FloatMatrix two, double tolerance) {
    float[] first = one.toArray();
    float[] second = two.toArray();
    for (int i = 0; i < first.length; i++) {
      assertThat((double) first[i]).isCloseTo(second[i], within(tolerance));
    }
  }
}
