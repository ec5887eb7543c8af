package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;

class TestSetTest {

  private static final ModelPool POOL = ModelPool.of("a", "b");

  private final OutcomeTable sparse =
      new OutcomeTable(
          POOL,
          FloatMatrix.of(new float[] {1, 0}, new float[] {Float.NaN, 1}, new float[] {0, 1}),
          FloatMatrix.of(new float[] {1, 2}, new float[] {Float.NaN, 4}, new float[] {3, 8}));

  @Test
  void onlyCompleteRowsAreKept() {
    TestSet test = TestSet.of(sparse, Tables.queries(3, "d"), sparse);
    assertThat(test.size()).isEqualTo(2);
    assertThat(test.leftOut()).isEqualTo(1);
    assertThat(test.givenRows()).containsExactly(0, 2);
    assertThat(test.queries()).extracting(Query::id).containsExactly("q0", "q2");
    assertThat(test.score(1, 1)).isEqualTo(1);
    assertThat(test.cost(1, 1)).isEqualTo(8);
  }

  @Test
  void predictionsAndDecisionsOfAllGivenRowsAreCutToTheCompleteOnes() {
    TestSet test = TestSet.of(sparse, Tables.queries(3, "d"), sparse);
    FloatMatrix predictions =
        FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0, 1});
    assertThat(Evaluation.of("r", test, predictions).selection().decisions())
        .isEqualTo(Decisions.of(0, 1));
    assertThat(Evaluation.of("r", test, Decisions.of(0, 0, 1)).selection().decisions())
        .isEqualTo(Decisions.of(0, 1));
  }

  @Test
  void predictionsOfTheCompleteRowsAloneAreRejected() {
    TestSet test = TestSet.of(sparse, Tables.queries(3, "d"), sparse);
    FloatMatrix two = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1});
    assertThatThrownBy(() -> Evaluation.of("r", test, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prediction rows must equal given test queries but are 2 and 3");
  }

  @Test
  void aPredictionThatIsNotFiniteIsRejected() {
    TestSet test = TestSet.of(sparse, Tables.queries(3, "d"), sparse);
    FloatMatrix bad =
        FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0, Float.NaN});
    assertThatThrownBy(() -> Evaluation.of("r", test, bad))
        .hasMessageContaining("r predicts NaN for model b on complete test row 1");
  }

  @Test
  void costsAreScaledByTheGreatestTrainingCost() {
    TestSet test = TestSet.of(sparse, Tables.queries(3, "d"), sparse);
    assertThat(test.scaledCost(0, 1)).isEqualTo(.25);
    assertThat(test.trainMeanCost(0)).isEqualTo(2);
    assertThat(test.scaledTrainMeanCost(0)).isEqualTo(.25);
    assertThat(test.withCostScale(CostScale.RAW).scaledCost(0, 1)).isEqualTo(2);
    assertThat(test.withCostScale(CostScale.TRAIN_MIN_MAX).scaledCost(0, 1)).isEqualTo(1 / 7.0);
  }

  @Test
  void freeModelsHaveAScaledCostOfZero() {
    OutcomeTable free =
        new OutcomeTable(
            POOL, FloatMatrix.of(new float[] {1, 0}), FloatMatrix.of(new float[] {0, 0}));
    TestSet test = TestSet.of(free, Tables.queries(1, "d"), free);
    assertThat(test.hasCosts()).isTrue();
    for (CostScale scale : CostScale.values()) {
      assertThat(test.withCostScale(scale).scaledCost(0, 1)).isZero();
    }
  }

  @Test
  void oneUnknownCostOnACompleteRowMeansNoCosts() {
    OutcomeTable unknown =
        new OutcomeTable(
            POOL,
            FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}),
            FloatMatrix.of(new float[] {1, 2}, new float[] {Float.NaN, 2}));
    TestSet test = TestSet.of(sparse, Tables.queries(2, "d"), unknown);
    assertThat(test.hasCosts()).isFalse();
    assertThat(test.missingCosts()).isEqualTo(1);
    assertThatThrownBy(() -> test.cost(0, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void subsetsAreTheStrataAndThenTheDatasetsByName() {
    assertThat(Tables.vectors().subsets())
        .extracting(QuerySubset::name)
        .containsExactly("hard", "easy", "unsolvable", "dataset/first", "dataset/second");
  }

  @Test
  void strataCoverEveryRowOnce() {
    for (int number = 0; number < 50; number++) {
      TestSet test = Tables.random(number).testSet();
      int covered =
          List.of("hard", "easy", "unsolvable").stream()
              .mapToInt(name -> test.subset(name).size())
              .sum();
      assertThat(covered).isEqualTo(test.size());
    }
  }

  @Test
  void anUnknownSubsetIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Tables.vectors().subset("hrad"))
        .hasMessageContaining("unknown subset 'hrad'; did you mean 'hard'?");
  }

  @Test
  void trainAndTestOfDifferentPoolsAreRejected() {
    OutcomeTable other = new OutcomeTable(ModelPool.of("a", "c"), sparse.scores());
    assertThatThrownBy(() -> TestSet.of(other, Tables.queries(3, "d"), sparse))
        .hasMessageContaining("one pool");
  }
}
