package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.Budget;
import org.routerlab.eval.select.CheapestAbove;
import org.routerlab.eval.select.Rule;
import org.routerlab.eval.select.ServiceLevel;
import org.routerlab.eval.select.TieLottery;
import org.routerlab.eval.select.Utility;

class CostBasisTest {

  private final TestSet test = Tables.vectors();

  @Test
  void predictedCostsDecideAndRealisedCostsAreCounted() {
    // The dearest model is predicted to cost nothing.
    float[] costs = new float[18];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = new float[] {1, 2, 0}[i % 3];
    }
    Evaluation router = Evaluation.of("r", test, Tables.PREDICTIONS, FloatMatrix.wrap(6, 3, costs));
    assertThat(router.choose(1).decisions()).isEqualTo(Decisions.constant(6, 2));
    assertThat(router.choose(1).expect(0, test::cost)).isEqualTo(4);
    assertThat(router.selection().decisions())
        .isEqualTo(Evaluation.of("r", test, Tables.PREDICTIONS).selection().decisions());
    assertThat(router.isDeployable()).isTrue();
  }

  @Test
  void realisedCostsAreHindsight() {
    Evaluation router = Evaluation.of("r", test, Tables.PREDICTIONS, CostBasis.REALISED);
    assertThat(router.isDeployable()).isFalse();
    assertThat(Evaluation.of("r", test, Tables.PREDICTIONS, CostBasis.TRAIN_MEAN).isDeployable())
        .isTrue();
  }

  @Test
  void byRealisedCostsTheRealisedCostFallsWithTheCostWeight() {
    for (int number = 0; number < 60; number++) {
      Tables.Case table = Tables.random(number);
      TestSet set = table.testSet();
      if (set.hasCosts()) {
        Evaluation router = Evaluation.of("r", set, table.predictions().get(0), CostBasis.REALISED);
        Sweep sweep = router.lambdaSweep();
        for (int row = 0; row < set.size(); row++) {
          for (int step = 1; step < sweep.steps(); step += 9) {
            assertThat(sweep.at(step).expect(row, set::cost))
                .isGreaterThanOrEqualTo(sweep.at(step - 1).expect(row, set::cost));
          }
        }
      }
    }
  }

  @Test
  void costsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Evaluation.of("r", test, Tables.PREDICTIONS, CostBasis.PREDICTED))
        .hasMessageStartingWith("predicted costs must be given");
    assertThatThrownBy(
            () ->
                Evaluation.of("r", test, Tables.PREDICTIONS, Tables.matrix(6, 3, () -> Float.NaN)))
        .hasMessage(
            "predicted costs must be finite and at least 0 but r predicts NaN for model a on"
                + " complete test row 0");
    assertThatThrownBy(
            () -> Evaluation.of("r", test, Tables.PREDICTIONS, Tables.matrix(5, 3, () -> 1f)))
        .hasMessageContaining("prediction rows must equal given test queries");
  }

  @Test
  void aRuleGoesByMeanTrainingCosts() {
    Evaluation half = rule(new Utility(.5));
    assertThat(half.selection().decisions()).isEqualTo(Decisions.of(0, 1, 0, 0, 0, 1));
    assertThat(half.obeysBudgets()).isFalse();
    assertThat(rule(new Budget(2)).selection().decisions())
        .isEqualTo(Decisions.of(0, 1, 1, 0, 1, 1));
    assertThat(rule(new CheapestAbove(.6)).selection().decisions())
        .isEqualTo(Decisions.of(0, 1, 2, 0, 2, 1));
    assertThat(half.isDeployable()).isTrue();
  }

  @Test
  void aServiceLevelIsToldWhatItsAnswersScoredSoItIsNotDeployable() {
    Evaluation level = rule(new ServiceLevel(1, .001));
    // Nothing is owed at first; from row 1 on, which is wrong for a, score decides.
    assertThat(level.selection().decisions()).isEqualTo(Decisions.of(0, 0, 2, 2, 2, 1));
    assertThat(level.isDeployable()).isFalse();
  }

  @Test
  void aRuleThatDecidesOnNothingIsRefused() {
    assertThatThrownBy(() -> rule(new TieLottery()))
        .hasMessage("tie-lottery draws and decides on nothing: use its exact expectations");
  }

  private Evaluation rule(Rule rule) {
    return Evaluation.of("r", test, Tables.PREDICTIONS, ScoreKind.PROBABILITY, rule);
  }
}
