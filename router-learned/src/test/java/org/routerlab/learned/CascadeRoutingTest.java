package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.matrix.FloatMatrix;

class CascadeRoutingTest {

  @Test
  void withoutAPriceOnCallsAndWithAPerfectJudgeItFindsAnyRightAnswer() {
    CascadeTask.Run run =
        CascadeTask.run(
            new CascadeRouting(0, 5, 10, CascadeTask.SCORER, CascadeTask.PERFECT),
            CascadeTask.TEST);
    for (int i = 0; i < CascadeTask.TEST.size(); i++) {
      int row = i;
      boolean exists = false;
      for (int model = 0; model < CascadeTask.PRICES.length; model++) {
        exists |= CascadeTask.TEST.outcomes().isCorrect(row, model);
      }
      assertThat(CascadeTask.TEST.outcomes().isCorrect(row, run.decisions().model(row)))
          .isEqualTo(exists);
      long right =
          IntStream.of(run.answers().called(row))
              .filter(model -> CascadeTask.TEST.outcomes().isCorrect(row, model))
              .count();
      assertThat(right).as("it stops at the first right answer").isEqualTo(exists ? 1 : 0);
    }
  }

  @Test
  void withOneCallItIsRoutingByPredictionLessPrice() {
    double lambda = 0.5;
    CascadeTask.Run run =
        CascadeTask.run(
            new CascadeRouting(lambda, 1, 10, CascadeTask.SCORER, new Judge()), CascadeTask.TEST);
    ScoringRouter scorer =
        CascadeTask.SCORER.fit(CascadeTask.TRAIN, CascadeTask.VALIDATION, Task.CONTEXT.seed());
    FloatMatrix predictions = scorer.predict(CascadeTask.TEST.queries());
    double[] costs = CascadeTask.TRAIN.outcomes().meanCosts();
    for (int row = 0; row < CascadeTask.TEST.size(); row++) {
      int best = 0;
      for (int model = 1; model < costs.length; model++) {
        if (predictions.get(row, model) - lambda * costs[model] / costs[4]
            > predictions.get(row, best) - lambda * costs[best] / costs[4]) {
          best = model;
        }
      }
      assertThat(run.decisions().model(row)).isEqualTo(best);
      assertThat(run.answers().called(row)).containsExactly(best);
    }
  }

  @Test
  void whereItMayCallAllForNothingItAnswersByTheHighestPrediction() {
    CascadeTask.Run run =
        CascadeTask.run(
            new CascadeRouting(0, 8, 16, CascadeTask.SCORER, new Judge()), CascadeTask.TEST);
    FloatMatrix predictions =
        CascadeTask.SCORER
            .fit(CascadeTask.TRAIN, CascadeTask.VALIDATION, Task.CONTEXT.seed())
            .predict(CascadeTask.TEST.queries());
    assertThat(run.decisions())
        .isEqualTo(Decisions.argmax(predictions, ModelRanking.of(CascadeTask.TRAIN.outcomes())));
    for (int row = 0; row < CascadeTask.TEST.size(); row++) {
      assertThat(run.answers().called(row))
          .as("a verdict that repeats the prediction is not worth a second call")
          .containsExactly(run.decisions().model(row));
    }
  }

  @Test
  void aHigherPriceOfCallsSpendsLess() {
    double before = Double.POSITIVE_INFINITY;
    for (double lambda : new double[] {0, 0.1, 0.5, 2}) {
      double cost =
          CascadeTask.run(
                  new CascadeRouting(lambda, 5, 10, CascadeTask.SCORER, new Judge()),
                  CascadeTask.TEST)
              .meanCost();
      assertThat(cost).isLessThan(before);
      before = cost;
    }
  }

  @Test
  void permutingThePoolPermutesTheCalls() {
    CascadeTask.assertThatCallsFollowThePool(
        new CascadeRouting(0.1, 5, 10, CascadeTask.SCORER, new Judge(Judge.Kind.GAUSSIAN, 0.3)));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new CascadeRouting(-1, 5, 10, CascadeTask.SCORER, CascadeTask.PERFECT))
        .hasMessageContaining("lambda must be in [0.0,");
  }
}
