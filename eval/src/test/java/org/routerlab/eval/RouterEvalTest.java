package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.routerlab.eval.NaiveTwinTest.value;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.matrix.FloatMatrix;

/** RouterEval's measures on the specification's vectors, by hand, and in their limits. */
class RouterEvalTest {

  private final TestSet test = Tables.vectors();
  private final RouterRuns argmax =
      RouterRuns.of(Evaluation.of("argmax", test, Tables.PREDICTIONS));

  @Test
  void predictionEntropyMatchesTheVectors() {
    assertThat(value(argmax, RouterEval.predictionEntropy())).isCloseTo(1.570874, within(5e-7));
  }

  @Test
  void evenPredictionsHaveTheGreatestEntropyAndFarOnesNone() {
    RouterRuns even = predicted(new float[] {2, 2, 2});
    assertThat(value(even, RouterEval.predictionEntropy()))
        .isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
    RouterRuns far = predicted(new float[] {-400, 400, -350});
    assertThat(value(far, RouterEval.predictionEntropy())).isCloseTo(0, within(1e-12));
    RouterRuns shares = predicted(new float[] {.5f, .25f, .25f});
    assertThat(value(shares, RouterEval.predictionEntropyOfShares())).isCloseTo(1.5, within(1e-12));
    RouterRuns negative = predicted(new float[] {-1, -2, 0});
    assertThat(value(negative, RouterEval.predictionEntropyOfShares())).isNaN();
  }

  @Test
  void aRouterThatOnlyDecidesHasNoPredictionEntropy() {
    RouterRuns decided = RouterRuns.of(Evaluation.of("a", test, Decisions.constant(6, 0)));
    assertThat(value(decided, RouterEval.predictionEntropy())).isNaN();
    assertThat(value(decided, RouterEval.predictionEntropyOfShares())).isNaN();
  }

  @Test
  void theReferenceIsThatOfTheDatasetHoweverItIsSpelt() {
    OutcomeTable table =
        new OutcomeTable(
            ModelPool.of("a"),
            FloatMatrix.of(new float[] {1}, new float[] {1}, new float[] {0}, new float[] {1}));
    List<String> names = List.of("MMLU-Pro", "other", "gpqa", "other");
    TestSet four = TestSet.of(table, Tables.queries(4, names.toArray(new String[0])), table);
    RouterRuns only = RouterRuns.of(References.of(four).bestSingle());
    QueryMetric metric = RouterEval.referenceValue(ReferenceAccuracies.PUBLISHED);
    assertThat(value(only, metric)).isCloseTo(1 / (.637 + .397), within(1e-9));
    assertThat(value(only, metric.on(four.subset("dataset/MMLU-Pro"))))
        .isCloseTo(1 / .637, within(1e-9));
    assertThat(value(only, metric.on(four.subset("dataset/other")))).isNaN();
    assertThat(value(argmax, metric)).isNaN();
    assertThat(RouterEval.metrics(four).stream().map(m -> m.name() + " " + m.subset()))
        .contains("value-reference dataset/MMLU-Pro", "value-reference dataset/gpqa")
        .doesNotContain("value-reference dataset/other");
  }

  @Test
  void referencesMustBeAccuraciesOfDifferentDatasets() {
    assertThat(ReferenceAccuracies.PUBLISHED.byDataset()).hasSize(12);
    assertThatThrownBy(() -> new ReferenceAccuracies(Map.of("gsm8k", 0.0)))
        .hasMessageContaining("gsm8k must be above 0");
    assertThatThrownBy(() -> new ReferenceAccuracies(Map.of("A-b", .5, "a_b", .5)))
        .hasMessageContaining("two are of a_b");
  }

  @Test
  void theBestSingleModelIsWorthOneOfItself() {
    References references = References.of(test);
    assertThat(
            value(
                RouterRuns.of(references.bestSingleTest()),
                RouterEval.bestValue(BestSingleBasis.TEST_MEAN)))
        .isOne();
    assertThat(
            value(
                RouterRuns.of(references.oracle()),
                RouterEval.bestValue(BestSingleBasis.TEST_MEAN)))
        .isCloseTo(1.25, within(1e-12));
  }

  private RouterRuns predicted(float[] row) {
    return RouterRuns.of(Evaluation.of("same", test, FloatMatrix.of(row, row, row, row, row, row)));
  }
}
