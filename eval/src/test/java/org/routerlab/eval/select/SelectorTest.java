package org.routerlab.eval.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.CheapestAbove.FallBack;

class SelectorTest {

  private static final ModelPool POOL = ModelPool.of("a", "b", "c");

  /** c is the best single model, then b, then a. */
  private static final ModelRanking TIES =
      ModelRanking.of(new OutcomeTable(POOL, FloatMatrix.of(new float[] {0, .5f, 1})));

  private static final double[] COSTS = {1, 2, 4};

  private static int choose(Selector selector, double[] costs, float... scores) {
    return selector.choose(scores, costs, TIES);
  }

  @Test
  void withoutCostWeightUtilityIsArgmax() {
    forRandom(
        (batch, number) ->
            assertThat(select(new Utility(0), batch)).isEqualTo(select(new Argmax(), batch)));
  }

  @Test
  void withFullCostWeightTheCheapestModelIsChosen() {
    forRandom(
        (batch, number) -> {
          Decisions chosen = select(new Utility(1), batch);
          for (int row = 0; row < chosen.size(); row++) {
            for (int model = 0; model < batch.costs().columns(); model++) {
              float cost = batch.costs().get(row, model);
              float least = batch.costs().get(row, chosen.model(row));
              assertThat(least).isLessThanOrEqualTo(cost);
              if (least == cost) {
                assertThat(batch.ties().prefers(model, chosen.model(row))).isFalse();
              }
            }
          }
        });
  }

  @Test
  void aConstantAddedToAQueryChangesNoSelection() {
    List<Selector> free =
        List.of(
            new Argmax(),
            new Utility(0),
            new Utility(.25),
            new Utility(.5),
            new Utility(.75),
            new Utility(1),
            new Budget(.5));
    forRandom(
        (batch, number) -> {
          float[] shifted = batch.scores().toArray();
          int models = batch.scores().columns();
          for (int i = 0; i < shifted.length; i++) {
            shifted[i] += (i / models % 5 - 2) / 2f;
          }
          FloatMatrix moved = FloatMatrix.wrap(batch.scores().rows(), models, shifted);
          for (Selector selector : free) {
            assertThat(
                    selector.select(ScoreKind.PROBABILITY, moved, batch.expected(), batch.ties()))
                .as("%s", selector)
                .isEqualTo(select(selector, batch));
          }
        });
  }

  @Test
  void argmaxIsThatOfTheCore() {
    forRandom(
        (batch, number) ->
            assertThat(select(new Argmax(), batch))
                .isEqualTo(Decisions.argmax(batch.scores(), batch.ties())));
  }

  @Test
  void aBudgetThatCoversEverythingIsArgmax() {
    forRandom(
        (batch, number) ->
            assertThat(select(new Budget(1000), batch)).isEqualTo(select(new Argmax(), batch)));
  }

  @Test
  void withinABudgetTheBestAffordableModelIsChosen() {
    assertThat(choose(new Budget(2), COSTS, .1f, .5f, .9f)).isEqualTo(1);
    assertThat(choose(new Budget(1.5), COSTS, .1f, .5f, .9f)).isZero();
  }

  @Test
  void belowEveryCostTheCheapestModelIsChosen() {
    assertThat(choose(new Budget(.5), COSTS, .1f, .5f, .9f)).isZero();
    assertThat(choose(new Budget(.5), new double[] {Double.NaN, 3, 2}, 1, .5f, .9f)).isEqualTo(2);
  }

  @Test
  void aTieGoesByTheRanking() {
    double[] even = {1, 1, 1};
    for (Selector selector :
        List.of(
            new Argmax(),
            new Utility(.5),
            new Utility(1),
            new Budget(1),
            new Budget(.5),
            new CheapestAbove(.5),
            new CheapestAbove(.9),
            new CheapestAbove(.9, FallBack.DEAREST, false))) {
      assertThat(choose(selector, even, .5f, .5f, .5f)).as("%s", selector).isEqualTo(2);
    }
  }

  @Test
  void aModelOfUnknownCostCountsAsTheDearest() {
    double[] costs = {Double.NaN, 2, 4};
    assertThat(choose(new Utility(1), costs, .9f, 0, 0)).isEqualTo(1);
    assertThat(choose(new Utility(.5), costs, 1, 0, .5f)).isEqualTo(1);
    assertThat(choose(new Utility(.01), costs, 1, 0, .5f)).isZero();
    assertThat(choose(new Budget(9), costs, 1, .5f, .6f)).isEqualTo(2);
    assertThat(choose(new CheapestAbove(.9, FallBack.DEAREST, false), costs, .1f, 0, 0)).isZero();
    double[] unknown = {Double.NaN, Double.NaN, Double.NaN};
    assertThat(choose(new Utility(.9), unknown, .9f, .1f, .2f)).isZero();
  }

  @Test
  void theCheapestModelAboveTheThresholdIsChosen() {
    assertThat(choose(new CheapestAbove(.6), COSTS, .5f, .6f, .9f)).isEqualTo(1);
    assertThat(choose(new CheapestAbove(.5), COSTS, .5f, .6f, .9f)).isZero();
    assertThat(choose(new CheapestAbove(-1), COSTS, .5f, .6f, .9f)).isZero();
  }

  @Test
  void belowTheThresholdTheFallBackIsChosen() {
    float[] scores = {.3f, .2f, .1f};
    double[] costs = {1, 4, 2};
    assertThat(choose(new CheapestAbove(.9), costs, scores)).isZero();
    assertThat(choose(new CheapestAbove(.9, FallBack.DEAREST, false), costs, scores)).isEqualTo(1);
    assertThat(choose(new CheapestAbove(.9, FallBack.BEST_SINGLE, false), costs, scores))
        .isEqualTo(2);
  }

  @Test
  void aPairTakesTheStrongModelWhereItIsBetterByMoreThanTheThreshold() {
    Pair pair = new Pair(POOL, 2, 0, .25);
    assertThat(choose(pair, COSTS, .5f, 9, .875f)).isEqualTo(2);
    assertThat(choose(pair, COSTS, .5f, 9, .75f)).isZero();
    assertThat(choose(pair, COSTS, .5f, 9, .25f)).isZero();
    assertThatThrownBy(() -> new Pair(POOL, 1, 1, 0))
        .hasMessage("a pair needs two models but both are b");
  }

  @Test
  void selectorsThatWeighCostRefuseScoresOfAnotherScale() {
    Batch batch = Batch.of(1, 4, 3, 64);
    for (Selector selector : List.of(new Utility(.5), new CheapestAbove(.5))) {
      for (ScoreKind kind : ScoreKind.values()) {
        if (kind.isCalibrated()) {
          selector.requireUsable(kind);
        } else {
          assertThatThrownBy(
                  () -> selector.select(kind, batch.scores(), batch.expected(), batch.ties()))
              .hasMessage(
                  selector.text()
                      + " needs scores on the scale of accuracy but these are of kind "
                      + kind
                      + ": calibrate them, or write 'raw' as its last argument");
        }
      }
    }
    for (Selector selector :
        List.of(
            new Argmax(),
            new Utility(0),
            new Utility(1),
            new Utility(.5, true),
            new Budget(1),
            new Pair(POOL, 0, 1, 0),
            new CheapestAbove(.5, FallBack.DEAREST, true))) {
      assertThat(selector.select(ScoreKind.RATING, batch.scores(), batch.expected(), batch.ties()))
          .isEqualTo(select(selector, batch));
    }
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Utility(1.5))
        .hasMessage("lambda must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> new Budget(-1)).hasMessageStartingWith("budget must be in [0.0, ");
    assertThatThrownBy(() -> new CheapestAbove(Double.NaN))
        .hasMessage("threshold must be finite but is NaN");
  }

  private static Decisions select(Selector selector, Batch batch) {
    return selector.select(ScoreKind.PROBABILITY, batch.scores(), batch.expected(), batch.ties());
  }

  private interface Check {
    void run(Batch batch, int number);
  }

  private static void forRandom(Check check) {
    for (int number = 0; number < 60; number++) {
      check.run(Batch.of(number, 12, 1 + number % 6, number % 2 == 0 ? 4 : 64), number);
    }
  }
}
