package org.routerlab.eval.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

class ServiceLevelTest {

  @Test
  void whileTheQueueStandsStillItIsUtility() {
    for (int number = 0; number < 60; number++) {
      Batch batch = Batch.of(number, 10, 1 + number % 6, 1000);
      ServiceLevel rule = new ServiceLevel(.5, .125);
      for (double owed : new double[] {0, .375, .125, 4}) {
        Utility utility = new Utility(.125 / (.125 + owed));
        for (int row = 0; row < 10; row++) {
          float[] scores = batch.scores().row(row);
          double[] costs = new double[scores.length];
          batch.expected().copyRow(row, costs);
          int chosen = rule.choose(owed, scores, costs, batch.ties());
          assertThat(chosen).isEqualTo(utility.choose(scores, costs, batch.ties()));
          assertThat(chosen).isEqualTo(naive(.5, .125, owed, scores, costs, batch.ties()));
        }
      }
    }
  }

  /** The model of the least V cost + Q (α − score), as published. */
  private static int naive(
      double level, double v, double owed, float[] scores, double[] costs, ModelRanking ties) {
    int best = 0;
    for (int model = 1; model < scores.length; model++) {
      double value = v * costs[model] + owed * (level - scores[model]);
      double least = v * costs[best] + owed * (level - scores[best]);
      if (value < least || (value == least && ties.prefers(model, best))) {
        best = model;
      }
    }
    return best;
  }

  @Test
  void whatIsOwedGrowsWithWrongAnswersAndFallsToNothing() {
    // The cheap model is always wrong and the dear one always right.
    FloatMatrix answers = matrix(6, 0, 1);
    FloatMatrix scores = matrix(6, .25f, .75f);
    ModelRanking ties = Batch.of(1, 5, 2, 8).ties();
    ServiceLevel.Simulation simulation =
        new ServiceLevel(.5, 1)
            .simulate(
                ScoreKind.PROBABILITY, scores, ExpectedCosts.perModel(0, .375), answers, ties);
    // The dear model pays from Q × 0.5 > 0.375 on.
    assertThat(simulation.queue()).containsExactly(0, .5, 1, .5, 1, .5);
    assertThat(simulation.decisions()).isEqualTo(Decisions.of(0, 0, 1, 0, 1, 0));
  }

  @Test
  void aChoiceDoesNotDependOnLaterQueriesNorOnItsOwnAnswer() {
    Batch batch = Batch.of(5, 30, 4, 64);
    Decisions all = simulate(batch, endingWith(batch, 0));
    Decisions other = simulate(batch, endingWith(batch, 1));
    for (int row = 0; row <= 20; row++) {
      assertThat(other.model(row)).isEqualTo(all.model(row));
    }
    assertThat(other).isNotEqualTo(all);
  }

  /** The answers, all of one score from row 20 on. */
  private static FloatMatrix endingWith(Batch batch, float score) {
    float[] answers = batch.outcomes().scores().toArray();
    Arrays.fill(answers, 20 * 4, answers.length, score);
    return FloatMatrix.wrap(30, 4, answers);
  }

  @Test
  void anAnswerThatWasNotObservedLeavesTheQueueAsItIs() {
    ServiceLevel.Simulation simulation =
        new ServiceLevel(.5, 1)
            .simulate(
                ScoreKind.PROBABILITY,
                matrix(3, .25f, .75f),
                ExpectedCosts.perModel(0, 1),
                matrix(3, Float.NaN, 1),
                Batch.of(1, 5, 2, 8).ties());
    assertThat(simulation.queue()).containsExactly(0, 0, 0);
  }

  @Test
  void scoresOfAnotherScaleAreRefused() {
    Batch batch = Batch.of(5, 3, 2, 64);
    assertThatThrownBy(
            () ->
                new ServiceLevel(.5, .125)
                    .simulate(
                        ScoreKind.RATING,
                        batch.scores(),
                        batch.expected(),
                        batch.outcomes().scores(),
                        batch.ties()))
        .hasMessageStartingWith("service-level(0.5, 0.125) needs scores on the scale of accuracy");
  }

  private static Decisions simulate(Batch batch, FloatMatrix answers) {
    return new ServiceLevel(.75, .125)
        .simulate(ScoreKind.PROBABILITY, batch.scores(), batch.expected(), answers, batch.ties())
        .decisions();
  }

  private static FloatMatrix matrix(int rows, float first, float second) {
    float[] all = new float[rows * 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = i % 2 == 0 ? first : second;
    }
    return FloatMatrix.wrap(rows, 2, all);
  }
}
