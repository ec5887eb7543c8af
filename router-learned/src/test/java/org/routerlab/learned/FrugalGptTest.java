package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.Judge;
import org.routerlab.core.ModelRanking;

class FrugalGptTest {

  @Test
  void withAPerfectJudgeItBeatsEveryModelOfItsList() {
    CascadeTask.Run run =
        CascadeTask.run(
            new FrugalGpt(3, 8, 40, 0, CascadeTask.SCORER, CascadeTask.PERFECT), CascadeTask.TEST);
    int[] list =
        IntStream.range(0, CascadeTask.TEST.size())
            .flatMap(row -> IntStream.of(run.answers().called(row)))
            .distinct()
            .toArray();
    assertThat(list).hasSize(3);
    for (int model : list) {
      double alone =
          CascadeTask.TEST.outcomes().meanScore(Decisions.constant(CascadeTask.TEST.size(), model));
      assertThat(run.accuracy()).isGreaterThan(alone);
    }
    for (int row = 0; row < CascadeTask.TEST.size(); row++) {
      assertThat(CascadeTask.TEST.outcomes().isCorrect(row, run.decisions().model(row)))
          .isEqualTo(run.isAnyRight(row));
    }
  }

  @Test
  void itKeepsToItsBudgetWhereItChooses() {
    double dearest =
        CascadeTask.run(
                new FrugalGpt(3, 8, 40, 0, CascadeTask.SCORER, new Judge()), CascadeTask.VALIDATION)
            .meanCost();
    for (double budget : new double[] {1.5, 3, 4.5}) {
      assertThat(dearest).isGreaterThan(budget);
      CascadeTask.Run run =
          CascadeTask.run(
              new FrugalGpt(3, 8, 40, budget, CascadeTask.SCORER, new Judge()),
              CascadeTask.VALIDATION);
      assertThat(run.meanCost()).isLessThanOrEqualTo(budget);
    }
    CascadeTask.Run poor =
        CascadeTask.run(
            new FrugalGpt(3, 8, 40, 1e-6, CascadeTask.SCORER, new Judge()), CascadeTask.TEST);
    assertThat(poor.decisions()).isEqualTo(Decisions.constant(CascadeTask.TEST.size(), 0));
  }

  @Test
  void aListOfOneIsTheModelThatIsBestOnValidation() {
    CascadeTask.Run run =
        CascadeTask.run(
            new FrugalGpt(1, 8, 40, 0, CascadeTask.SCORER, new Judge()), CascadeTask.TEST);
    int best = ModelRanking.of(CascadeTask.VALIDATION.outcomes()).best();
    assertThat(run.decisions()).isEqualTo(Decisions.constant(CascadeTask.TEST.size(), best));
  }

  @Test
  void ofAFewKeptModelsOneIsTheCheapest() {
    CascadeTask.Run run =
        CascadeTask.run(
            new FrugalGpt(3, 2, 40, 0, CascadeTask.SCORER, CascadeTask.PERFECT), CascadeTask.TEST);
    int best = ModelRanking.of(CascadeTask.TRAIN.outcomes()).best();
    for (int row = 0; row < CascadeTask.TEST.size(); row++) {
      assertThat(IntStream.of(run.answers().called(row)).boxed()).isSubsetOf(0, best);
    }
  }

  @Test
  void permutingThePoolPermutesTheCalls() {
    CascadeTask.assertThatCallsFollowThePool(
        new FrugalGpt(3, 8, 40, 0, CascadeTask.SCORER, new Judge(Judge.Kind.NOISY_ORACLE, 0.1)));
  }

  @Test
  void hyperParametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new FrugalGpt(5, 8, 40, 0, CascadeTask.SCORER, CascadeTask.PERFECT))
        .hasMessage("depth must be in [1, 4] but is 5");
    assertThatThrownBy(() -> new FrugalGpt(3, 8, 1, 0, CascadeTask.SCORER, CascadeTask.PERFECT))
        .hasMessage("quantiles must be in [2, 1000] but is 1");
  }
}
